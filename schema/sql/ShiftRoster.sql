-- ShiftRoster, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.shift (Shift)
-- _r1: Shift.signupCount
-- _r2: Shift.activity
-- _r3: VolunteerActivity.organiser
-- _l0: Shift.missing
-- _l1: Shift.roles
-- _r4: ShiftRole.confirmedCount
-- _l2: ShiftRole.signups
-- _r5: Signup.guardian
-- _r6: Signup.household
-- _r7: Signup.attendance
-- _r8: Signup.standIn
-- _r9: Signup.standsInFor
-- _l3: ShiftRole.waitlistEntries
-- _r10: WaitlistEntry.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            (
                              _r0.school_id = any ($2::uuid[])
                              and (
                                select act.organiser_id = $3::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                            or _r0.school_id = any ($4::uuid[])
                          )
                          or (
                            _r0.published_at is not null
                            and _r0.school_id = any ($2::uuid[])
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      (
                        (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                          or _r0.school_id = any ($4::uuid[])
                        )
                        and (
                          _r1.status not in ('PENDING', 'CONFIRMED')
                          or (
                            _r0.starts_at <= $5::timestamptz
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $6::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r1.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $6::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $6::date
                                      )
                                  )
                                )
                            )
                            or exists (
                              select 1
                              from
                                guardianship tie
                                join student stu on stu.id = tie.student_id
                                and stu.left_on is null
                                join school sch on sch.id = stu.school_id
                              where
                                tie.guardian_id = _r1.guardian_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $6::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $6::date
                                )
                                and (
                                  sch.id = _r0.school_id
                                  or _r0.school_id is null
                                  and sch.district_id = _r0.district_id
                                )
                                and not exists (
                                  select 1
                                  from
                                    class_membership cms
                                    join school_year scy on scy.id = cms.school_year_id
                                  where
                                    cms.student_id = stu.id
                                    and cms.status = 'ACTIVE'
                                    and $6::date between scy.starts_on and scy.ends_on
                                )
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r1.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        (
                          _r0.published_at is not null
                          and _r0.school_id = any ($2::uuid[])
                        )
                        and (
                          _r1.status not in ('PENDING', 'CONFIRMED')
                          or (
                            _r0.starts_at <= $5::timestamptz
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $6::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r1.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $6::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $6::date
                                      )
                                  )
                                )
                            )
                            or exists (
                              select 1
                              from
                                guardianship tie
                                join student stu on stu.id = tie.student_id
                                and stu.left_on is null
                                join school sch on sch.id = stu.school_id
                              where
                                tie.guardian_id = _r1.guardian_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $6::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $6::date
                                )
                                and (
                                  sch.id = _r0.school_id
                                  or _r0.school_id is null
                                  and sch.district_id = _r0.district_id
                                )
                                and not exists (
                                  select 1
                                  from
                                    class_membership cms
                                    join school_year scy on scy.id = cms.school_year_id
                                  where
                                    cms.student_id = stu.id
                                    and cms.status = 'ACTIVE'
                                    and $6::date between scy.starts_on and scy.ends_on
                                )
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r1.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r1.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r3."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r3.id = $3::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r3.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $6::date)
                                        )
                                        and asg.school_id = any ($2::uuid[])
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and asg.school_id = any ($2::uuid[])
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r3.person_id
                            ),
                            _r3."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r3
                      where
                        (
                          _r3.id = _r2."organiser_id"
                          and (
                            _r3.id = $3::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r3.id
                                and a.school_id = any ($2::uuid[])
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      (
                        _r2.school_id = any ($2::uuid[])
                        and (
                          _r2.published_at is not null
                          or _r2.organiser_id = $3::uuid
                        )
                      )
                      or _r2.school_id = any ($4::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || right(
                      json_build_array(
                        (
                          select per.name
                          from person per
                          where per.id = _l0.person_id
                        ),
                        (
                          select per.phone
                          from person per
                          where per.id = _l0.person_id
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from signup _l0
                    where
                      (
                        _l0.shift_id = _r0.id
                        and _r0.starts_at <= $5::timestamptz
                        and _r0.status = 'SCHEDULED'
                        and _l0.status = 'CONFIRMED'
                        and not exists (
                          select 1
                          from attendance att
                          where att.signup_id = _l0.id
                        )
                        and exists (
                          select 1
                          from engagement res
                          where
                            res.source_id = _l0.id
                            and res.kind = 'SHIFT_SIGNUP'
                            and res.status = 'ACTIVE'
                            and (
                              res.rests_on is null
                              or res.rests_on && array(
                                select distinct
                                  aky.key
                                from
                                  guardianship gsh
                                  join class_membership cms on cms.student_id = gsh.student_id
                                  and cms.status = 'ACTIVE'
                                  join school_class cls on cls.id = cms.school_class_id
                                  join grade grd on grd.id = cls.grade_id
                                  join school sch on sch.id = cls.school_id
                                  join school_year scy on scy.id = cls.school_year_id
                                  and $6::date between scy.starts_on and scy.ends_on
                                  cross join lateral unnest(
                                    array[
                                      'class:' || cls.id,
                                      'school:' || sch.id,
                                      'school:' || sch.id || ':grade:' || grd.id,
                                      'school:' || sch.id || ':stage:' || grd.stage,
                                      'district:' || sch.district_id,
                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                    ]
                                  ) as aky (key)
                                where
                                  gsh.guardian_id = _l0.guardian_id
                                  and gsh.status = 'ACTIVE'
                                  and gsh.data_access
                                  and gsh.valid_from <= $6::date
                                  and (
                                    gsh.valid_to is null
                                    or gsh.valid_to >= $6::date
                                  )
                              )
                            )
                        )
                        and (
                          (
                            select
                              (
                                (
                                  sft.school_id = any ($2::uuid[])
                                  and (
                                    select act.organiser_id = $3::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                                or sft.school_id = any ($4::uuid[])
                              )
                            from shift sft
                            where sft.id = _l0.shift_id
                          )
                          and (
                            _l0.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $5::timestamptz
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _l0.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $6::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _l0.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $6::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $6::date
                                        )
                                    )
                                  )
                              )
                              or (
                                select
                                  exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _l0.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $6::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $6::date
                                      )
                                      and (
                                        sch.id = sft.school_id
                                        or sft.school_id is null
                                        and sch.district_id = sft.district_id
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $6::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _l0.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."signed_up_at" desc,
                      _l0."id" desc
                    limit $7::int
                  ) _l0
              ),
              case
                when (
                  (
                    (
                      _r0.school_id = any ($2::uuid[])
                      and (
                        select act.organiser_id = $3::uuid
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      )
                    )
                    or _r0.school_id = any ($4::uuid[])
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    (
                                      _r0.school_id = any ($2::uuid[])
                                      and (
                                        select act.organiser_id = $3::uuid
                                        from volunteer_activity act
                                        where act.id = _r0.activity_id
                                      )
                                    )
                                    or _r0.school_id = any ($4::uuid[])
                                  )
                                  or (
                                    _r0.published_at is not null
                                    and _r0.school_id = any ($2::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."role_id" = _l1.id
                            and (
                              (
                                (
                                  select
                                    (
                                      (
                                        sft.school_id = any ($2::uuid[])
                                        and (
                                          select act.organiser_id = $3::uuid
                                          from volunteer_activity act
                                          where act.id = sft.activity_id
                                        )
                                      )
                                      or sft.school_id = any ($4::uuid[])
                                    )
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $5::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $6::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $6::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $6::date
                                              )
                                          )
                                        )
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $6::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $6::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $6::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.published_at is not null
                                      and sft.school_id = any ($2::uuid[])
                                    )
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $5::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $6::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $6::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $6::date
                                              )
                                          )
                                        )
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $6::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $6::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $6::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r4.status = 'CONFIRMED'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      select
                        '[' || coalesce(
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r5."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r5.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r5.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($4::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($8::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r5
                                where
                                  (
                                    _r5.id = _l2."guardian_id"
                                    and exists (
                                      select 1
                                      from
                                        guardianship g
                                        join student s on s.id = g.student_id
                                      where
                                        g.guardian_id = _r5.id
                                        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                        and s.school_id = any ($4::uuid[])
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r6."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        coalesce(
                                          (
                                            select
                                              string_agg(
                                                stu.name,
                                                '、'
                                                order by stu.id
                                              )
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _r6.id
                                              and stu.school_id = any ($4::uuid[])
                                          ) || '家',
                                          '家庭'
                                        )
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _r6.id
                                              and (
                                                stu.school_id = any ($4::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($8::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from household _r6
                                where
                                  (
                                    _r6.id = _l2."household_id"
                                    and exists (
                                      select 1
                                      from
                                        household_student hs
                                        join student s on s.id = hs.student_id
                                      where
                                        hs.household_id = _r6.id
                                        and s.school_id = any ($4::uuid[])
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '["' || _r7."id"::text || '",' || coalesce('"' || _r7."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."excused_at"::text || '"', 'null') || ']'
                                from attendance _r7
                                where
                                  (
                                    _r7."signup_id" = _l2.id
                                    and (
                                      select
                                        (
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                          or sft.school_id = any ($4::uuid[])
                                        )
                                      from shift sft
                                      where sft.id = _r7.shift_id
                                    )
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r8."id"::text || '","' || _r8."way"::text || '","' || _r8."status"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r8.to_person_id
                                      ),
                                      (
                                        (
                                          select
                                            (
                                              (
                                                sft.school_id = any ($2::uuid[])
                                                and (
                                                  select act.organiser_id = $3::uuid
                                                  from volunteer_activity act
                                                  where act.id = sft.activity_id
                                                )
                                              )
                                              or sft.school_id = any ($4::uuid[])
                                            )
                                          from shift sft
                                          where sft.id = _r8.shift_id
                                        )
                                      )
                                    )::text,
                                    -1
                                  )
                                from stand_in _r8
                                where
                                  (
                                    _r8."signup_id" = _l2.id
                                    and (
                                      (
                                        select
                                          (
                                            (
                                              sft.school_id = any ($2::uuid[])
                                              and (
                                                select act.organiser_id = $3::uuid
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            )
                                            or sft.school_id = any ($4::uuid[])
                                          )
                                        from shift sft
                                        where sft.id = _r8.shift_id
                                      )
                                      and (
                                        _r8.status not in ('OFFERED', 'PENDING')
                                        or (
                                          (
                                            _l2.status not in ('PENDING', 'CONFIRMED')
                                            or (
                                              (
                                                select sft.starts_at <= $5::timestamptz
                                                from shift sft
                                                where sft.id = _l2.shift_id
                                              )
                                              or exists (
                                                select 1
                                                from engagement res
                                                where
                                                  res.source_id = _l2.id
                                                  and res.kind = 'SHIFT_SIGNUP'
                                                  and res.status = 'ACTIVE'
                                                  and (
                                                    res.rests_on is null
                                                    or res.rests_on && array(
                                                      select distinct
                                                        aky.key
                                                      from
                                                        guardianship gsh
                                                        join class_membership cms on cms.student_id = gsh.student_id
                                                        and cms.status = 'ACTIVE'
                                                        join school_class cls on cls.id = cms.school_class_id
                                                        join grade grd on grd.id = cls.grade_id
                                                        join school sch on sch.id = cls.school_id
                                                        join school_year scy on scy.id = cls.school_year_id
                                                        and $6::date between scy.starts_on and scy.ends_on
                                                        cross join lateral unnest(
                                                          array[
                                                            'class:' || cls.id,
                                                            'school:' || sch.id,
                                                            'school:' || sch.id || ':grade:' || grd.id,
                                                            'school:' || sch.id || ':stage:' || grd.stage,
                                                            'district:' || sch.district_id,
                                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                                          ]
                                                        ) as aky (key)
                                                      where
                                                        gsh.guardian_id = _l2.guardian_id
                                                        and gsh.status = 'ACTIVE'
                                                        and gsh.data_access
                                                        and gsh.valid_from <= $6::date
                                                        and (
                                                          gsh.valid_to is null
                                                          or gsh.valid_to >= $6::date
                                                        )
                                                    )
                                                  )
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from
                                                      guardianship tie
                                                      join student stu on stu.id = tie.student_id
                                                      and stu.left_on is null
                                                      join school sch on sch.id = stu.school_id
                                                    where
                                                      tie.guardian_id = _l2.guardian_id
                                                      and tie.status = 'ACTIVE'
                                                      and tie.data_access
                                                      and tie.valid_from <= $6::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $6::date
                                                      )
                                                      and (
                                                        sch.id = sft.school_id
                                                        or sft.school_id is null
                                                        and sch.district_id = sft.district_id
                                                      )
                                                      and not exists (
                                                        select 1
                                                        from
                                                          class_membership cms
                                                          join school_year scy on scy.id = cms.school_year_id
                                                        where
                                                          cms.student_id = stu.id
                                                          and cms.status = 'ACTIVE'
                                                          and $6::date between scy.starts_on and scy.ends_on
                                                      )
                                                  )
                                                from shift sft
                                                where sft.id = _l2.shift_id
                                              )
                                            )
                                            or exists (
                                              select 1
                                              from attendance att
                                              where
                                                att.signup_id = _l2.id
                                                and att.checked_in_at is not null
                                            )
                                          )
                                          and (
                                            (
                                              _r8.to_id is null
                                              or _r8.way = 'CODE'
                                              and _r8.status = 'OFFERED'
                                            )
                                            or (
                                              (
                                                select sft.starts_at <= $5::timestamptz
                                                from shift sft
                                                where sft.id = _r8.shift_id
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from audience_target t
                                                    where
                                                      t.audience_id = aud.audience_id
                                                      and t.key = any (
                                                        array(
                                                          select distinct
                                                            aky.key
                                                          from
                                                            guardianship gsh
                                                            join class_membership cms on cms.student_id = gsh.student_id
                                                            and cms.status = 'ACTIVE'
                                                            join school_class cls on cls.id = cms.school_class_id
                                                            join grade grd on grd.id = cls.grade_id
                                                            join school sch on sch.id = cls.school_id
                                                            join school_year scy on scy.id = cls.school_year_id
                                                            and $6::date between scy.starts_on and scy.ends_on
                                                            cross join lateral unnest(
                                                              array[
                                                                'class:' || cls.id,
                                                                'school:' || sch.id,
                                                                'school:' || sch.id || ':grade:' || grd.id,
                                                                'school:' || sch.id || ':stage:' || grd.stage,
                                                                'district:' || sch.district_id,
                                                                'district:' || sch.district_id || ':grade:' || grd.id,
                                                                'district:' || sch.district_id || ':stage:' || grd.stage
                                                              ]
                                                            ) as aky (key)
                                                          where
                                                            gsh.guardian_id = _r8.to_id
                                                            and gsh.status = 'ACTIVE'
                                                            and gsh.data_access
                                                            and gsh.valid_from <= $6::date
                                                            and (
                                                              gsh.valid_to is null
                                                              or gsh.valid_to >= $6::date
                                                            )
                                                        )
                                                      )
                                                  )
                                                from
                                                  shift ash
                                                  join volunteer_activity aud on aud.id = ash.activity_id
                                                where ash.id = _r8.shift_id
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from
                                                      guardianship tie
                                                      join student stu on stu.id = tie.student_id
                                                      and stu.left_on is null
                                                      join school sch on sch.id = stu.school_id
                                                    where
                                                      tie.guardian_id = _r8.to_id
                                                      and tie.status = 'ACTIVE'
                                                      and tie.data_access
                                                      and tie.valid_from <= $6::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $6::date
                                                      )
                                                      and (
                                                        sch.id = sft.school_id
                                                        or sft.school_id is null
                                                        and sch.district_id = sft.district_id
                                                      )
                                                      and not exists (
                                                        select 1
                                                        from
                                                          class_membership cms
                                                          join school_year scy on scy.id = cms.school_year_id
                                                        where
                                                          cms.student_id = stu.id
                                                          and cms.status = 'ACTIVE'
                                                          and $6::date between scy.starts_on and scy.ends_on
                                                      )
                                                  )
                                                from shift sft
                                                where sft.id = _r8.shift_id
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                    and _r8.status in ('OFFERED', 'PENDING')
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r9."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r9.person_id
                                      )
                                    )::text,
                                    -1
                                  )
                                from signup _r9
                                where
                                  (
                                    _r9.id = _l2."stands_in_for_id"
                                    and (
                                      (
                                        select
                                          (
                                            (
                                              sft.school_id = any ($2::uuid[])
                                              and (
                                                select act.organiser_id = $3::uuid
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            )
                                            or sft.school_id = any ($4::uuid[])
                                          )
                                        from shift sft
                                        where sft.id = _r9.shift_id
                                      )
                                      and (
                                        _r9.status not in ('PENDING', 'CONFIRMED')
                                        or (
                                          (
                                            select sft.starts_at <= $5::timestamptz
                                            from shift sft
                                            where sft.id = _r9.shift_id
                                          )
                                          or exists (
                                            select 1
                                            from engagement res
                                            where
                                              res.source_id = _r9.id
                                              and res.kind = 'SHIFT_SIGNUP'
                                              and res.status = 'ACTIVE'
                                              and (
                                                res.rests_on is null
                                                or res.rests_on && array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $6::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _r9.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $6::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $6::date
                                                    )
                                                )
                                              )
                                          )
                                          or (
                                            select
                                              exists (
                                                select 1
                                                from
                                                  guardianship tie
                                                  join student stu on stu.id = tie.student_id
                                                  and stu.left_on is null
                                                  join school sch on sch.id = stu.school_id
                                                where
                                                  tie.guardian_id = _r9.guardian_id
                                                  and tie.status = 'ACTIVE'
                                                  and tie.data_access
                                                  and tie.valid_from <= $6::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $6::date
                                                  )
                                                  and (
                                                    sch.id = sft.school_id
                                                    or sft.school_id is null
                                                    and sch.district_id = sft.district_id
                                                  )
                                                  and not exists (
                                                    select 1
                                                    from
                                                      class_membership cms
                                                      join school_year scy on scy.id = cms.school_year_id
                                                    where
                                                      cms.student_id = stu.id
                                                      and cms.status = 'ACTIVE'
                                                      and $6::date between scy.starts_on and scy.ends_on
                                                  )
                                              )
                                            from shift sft
                                            where sft.id = _r9.shift_id
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from attendance att
                                          where
                                            att.signup_id = _r9.id
                                            and att.checked_in_at is not null
                                        )
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."signed_up_at"::text || '",' || right(
                                json_build_array(
                                  (
                                    select per.name
                                    from person per
                                    where per.id = _l2.person_id
                                  ),
                                  (
                                    select per.phone
                                    from person per
                                    where per.id = _l2.person_id
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) filter (
                            where _l2._n <= $9::int
                          ) || ']',
                          case
                            when (
                              (
                                (
                                  _r0.school_id = any ($2::uuid[])
                                  and (
                                    select act.organiser_id = $3::uuid
                                    from volunteer_activity act
                                    where act.id = _r0.activity_id
                                  )
                                )
                                or _r0.school_id = any ($4::uuid[])
                              )
                            ) is not true then 'false'
                            else 'null'
                          end
                        ) || ',' || (count(*) > $9::int)::text || ']'
                      from
                        (
                          select
                            _l2.*,
                            row_number() over () as _n
                          from
                            (
                              select _l2.*
                              from signup _l2
                              where
                                (
                                  _l2."role_id" = _l1.id
                                  and (
                                    (
                                      select
                                        (
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                          or sft.school_id = any ($4::uuid[])
                                        )
                                      from shift sft
                                      where sft.id = _l2.shift_id
                                    )
                                    and (
                                      _l2.status not in ('PENDING', 'CONFIRMED')
                                      or (
                                        (
                                          select sft.starts_at <= $5::timestamptz
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                        or exists (
                                          select 1
                                          from engagement res
                                          where
                                            res.source_id = _l2.id
                                            and res.kind = 'SHIFT_SIGNUP'
                                            and res.status = 'ACTIVE'
                                            and (
                                              res.rests_on is null
                                              or res.rests_on && array(
                                                select distinct
                                                  aky.key
                                                from
                                                  guardianship gsh
                                                  join class_membership cms on cms.student_id = gsh.student_id
                                                  and cms.status = 'ACTIVE'
                                                  join school_class cls on cls.id = cms.school_class_id
                                                  join grade grd on grd.id = cls.grade_id
                                                  join school sch on sch.id = cls.school_id
                                                  join school_year scy on scy.id = cls.school_year_id
                                                  and $6::date between scy.starts_on and scy.ends_on
                                                  cross join lateral unnest(
                                                    array[
                                                      'class:' || cls.id,
                                                      'school:' || sch.id,
                                                      'school:' || sch.id || ':grade:' || grd.id,
                                                      'school:' || sch.id || ':stage:' || grd.stage,
                                                      'district:' || sch.district_id,
                                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                                    ]
                                                  ) as aky (key)
                                                where
                                                  gsh.guardian_id = _l2.guardian_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $6::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $6::date
                                                  )
                                              )
                                            )
                                        )
                                        or (
                                          select
                                            exists (
                                              select 1
                                              from
                                                guardianship tie
                                                join student stu on stu.id = tie.student_id
                                                and stu.left_on is null
                                                join school sch on sch.id = stu.school_id
                                              where
                                                tie.guardian_id = _l2.guardian_id
                                                and tie.status = 'ACTIVE'
                                                and tie.data_access
                                                and tie.valid_from <= $6::date
                                                and (
                                                  tie.valid_to is null
                                                  or tie.valid_to >= $6::date
                                                )
                                                and (
                                                  sch.id = sft.school_id
                                                  or sft.school_id is null
                                                  and sch.district_id = sft.district_id
                                                )
                                                and not exists (
                                                  select 1
                                                  from
                                                    class_membership cms
                                                    join school_year scy on scy.id = cms.school_year_id
                                                  where
                                                    cms.student_id = stu.id
                                                    and cms.status = 'ACTIVE'
                                                    and $6::date between scy.starts_on and scy.ends_on
                                                )
                                            )
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from attendance att
                                        where
                                          att.signup_id = _l2.id
                                          and att.checked_in_at is not null
                                      )
                                    )
                                  )
                                  and _l2."status" = any ($10::text[])
                                )
                              order by
                                _l2."signed_up_at" desc,
                                _l2."id" desc
                              limit ($9::int + 1)
                            ) _l2
                        ) _l2
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r10."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r10.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r10.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($4::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($8::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r10
                                where
                                  (
                                    _r10.id = _l3."guardian_id"
                                    and exists (
                                      select 1
                                      from
                                        guardianship g
                                        join student s on s.id = g.student_id
                                      where
                                        g.guardian_id = _r10.id
                                        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                        and s.school_id = any ($4::uuid[])
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l3."id"::text || '","' || _l3."status"::text || '",' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l3.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l3.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l3.priority, _l3.joined_at, _l3.sequence)
                                      )
                                    end
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l3.*
                            from waitlist_entry _l3
                            where
                              (
                                _l3."role_id" = _l1.id
                                and (
                                  (
                                    select
                                      (
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          and (
                                            select act.organiser_id = $3::uuid
                                            from volunteer_activity act
                                            where act.id = sft.activity_id
                                          )
                                        )
                                        or sft.school_id = any ($4::uuid[])
                                      )
                                    from shift sft
                                    where sft.id = _l3.shift_id
                                  )
                                  and (
                                    _l3.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $5::timestamptz
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from audience_target t
                                            where
                                              t.audience_id = aud.audience_id
                                              and t.key = any (
                                                array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $6::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _l3.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $6::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $6::date
                                                    )
                                                )
                                              )
                                          )
                                        from
                                          shift ash
                                          join volunteer_activity aud on aud.id = ash.activity_id
                                        where ash.id = _l3.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = _l3.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $6::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $6::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select 1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $6::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                    )
                                  )
                                )
                                and _l3."status" = any ($11::text[])
                              )
                            order by
                              _l3."priority" asc,
                              _l3."joined_at" asc,
                              _l3."sequence" asc,
                              _l3."id" asc
                            limit $12::int
                          ) _l3
                      ),
                      case
                        when (
                          (
                            (
                              _r0.school_id = any ($2::uuid[])
                              and (
                                select act.organiser_id = $3::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                            or _r0.school_id = any ($4::uuid[])
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."capacity"::text || ',' || _l1."minimum"::text || ',' || _l1."places_taken"::text || ',' || _l1."approval_required"::text || ',' || right(json_build_array(_l1."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_role _l1
                    where
                      (
                        _l1."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l1."ordinal" asc,
                      _l1."id" asc
                    limit $13::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(
                json_build_array(
                  _r0."place",
                  (
                    select
                      json_build_object(
                        'taken',
                        coalesce(sum(rol.places_taken), 0),
                        'capacity',
                        coalesce(sum(rol.capacity), 0),
                        'shortBy',
                        coalesce(sum(greatest(rol.minimum - rol.places_taken, 0)), 0),
                        'withheld',
                        coalesce(bool_or(false), false)
                      )
                    from shift_role rol
                    where rol.shift_id = _r0.id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($14::uuid[])
            and (
              (
                _r0.school_id = any ($2::uuid[])
                and (
                  _r0.published_at is not null
                  or (
                    select act.organiser_id = $3::uuid
                    from volunteer_activity act
                    where act.id = _r0.activity_id
                  )
                )
              )
              or _r0.school_id = any ($4::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for staff; staff + auditsSchool
-- _r0: Query.shift (Shift)
-- _r1: Shift.signupCount
-- _r2: Shift.activity
-- _r3: VolunteerActivity.organiser
-- _l0: Shift.missing
-- _l1: Shift.roles
-- _r4: ShiftRole.confirmedCount
-- _l2: ShiftRole.signups
-- _r5: Signup.guardian
-- _r6: Signup.household
-- _r7: Signup.attendance
-- _r8: Signup.standIn
-- _r9: Signup.standsInFor
-- _l3: ShiftRole.waitlistEntries
-- _r10: WaitlistEntry.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                          or (
                            _r0.published_at is not null
                            and _r0.school_id = any ($2::uuid[])
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      (
                        (
                          _r0.school_id = any ($2::uuid[])
                          and (
                            select act.organiser_id = $3::uuid
                            from volunteer_activity act
                            where act.id = _r0.activity_id
                          )
                        )
                        and (
                          _r1.status not in ('PENDING', 'CONFIRMED')
                          or (
                            _r0.starts_at <= $4::timestamptz
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $5::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r1.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $5::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $5::date
                                      )
                                  )
                                )
                            )
                            or exists (
                              select 1
                              from
                                guardianship tie
                                join student stu on stu.id = tie.student_id
                                and stu.left_on is null
                                join school sch on sch.id = stu.school_id
                              where
                                tie.guardian_id = _r1.guardian_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $5::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $5::date
                                )
                                and (
                                  sch.id = _r0.school_id
                                  or _r0.school_id is null
                                  and sch.district_id = _r0.district_id
                                )
                                and not exists (
                                  select 1
                                  from
                                    class_membership cms
                                    join school_year scy on scy.id = cms.school_year_id
                                  where
                                    cms.student_id = stu.id
                                    and cms.status = 'ACTIVE'
                                    and $5::date between scy.starts_on and scy.ends_on
                                )
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r1.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        (
                          _r0.published_at is not null
                          and _r0.school_id = any ($2::uuid[])
                        )
                        and (
                          _r1.status not in ('PENDING', 'CONFIRMED')
                          or (
                            _r0.starts_at <= $4::timestamptz
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $5::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r1.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $5::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $5::date
                                      )
                                  )
                                )
                            )
                            or exists (
                              select 1
                              from
                                guardianship tie
                                join student stu on stu.id = tie.student_id
                                and stu.left_on is null
                                join school sch on sch.id = stu.school_id
                              where
                                tie.guardian_id = _r1.guardian_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $5::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $5::date
                                )
                                and (
                                  sch.id = _r0.school_id
                                  or _r0.school_id is null
                                  and sch.district_id = _r0.district_id
                                )
                                and not exists (
                                  select 1
                                  from
                                    class_membership cms
                                    join school_year scy on scy.id = cms.school_year_id
                                  where
                                    cms.student_id = stu.id
                                    and cms.status = 'ACTIVE'
                                    and $5::date between scy.starts_on and scy.ends_on
                                )
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r1.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r1.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r3."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r3.id = $3::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r3.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                        )
                                        and asg.school_id = any ($2::uuid[])
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and asg.school_id = any ($2::uuid[])
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r3.person_id
                            ),
                            _r3."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r3
                      where
                        (
                          _r3.id = _r2."organiser_id"
                          and (
                            _r3.id = $3::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r3.id
                                and a.school_id = any ($2::uuid[])
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      _r2.school_id = any ($2::uuid[])
                      and (
                        _r2.published_at is not null
                        or _r2.organiser_id = $3::uuid
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || right(
                      json_build_array(
                        (
                          select per.name
                          from person per
                          where per.id = _l0.person_id
                        ),
                        (
                          select per.phone
                          from person per
                          where per.id = _l0.person_id
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from signup _l0
                    where
                      (
                        _l0.shift_id = _r0.id
                        and _r0.starts_at <= $4::timestamptz
                        and _r0.status = 'SCHEDULED'
                        and _l0.status = 'CONFIRMED'
                        and not exists (
                          select 1
                          from attendance att
                          where att.signup_id = _l0.id
                        )
                        and exists (
                          select 1
                          from engagement res
                          where
                            res.source_id = _l0.id
                            and res.kind = 'SHIFT_SIGNUP'
                            and res.status = 'ACTIVE'
                            and (
                              res.rests_on is null
                              or res.rests_on && array(
                                select distinct
                                  aky.key
                                from
                                  guardianship gsh
                                  join class_membership cms on cms.student_id = gsh.student_id
                                  and cms.status = 'ACTIVE'
                                  join school_class cls on cls.id = cms.school_class_id
                                  join grade grd on grd.id = cls.grade_id
                                  join school sch on sch.id = cls.school_id
                                  join school_year scy on scy.id = cls.school_year_id
                                  and $5::date between scy.starts_on and scy.ends_on
                                  cross join lateral unnest(
                                    array[
                                      'class:' || cls.id,
                                      'school:' || sch.id,
                                      'school:' || sch.id || ':grade:' || grd.id,
                                      'school:' || sch.id || ':stage:' || grd.stage,
                                      'district:' || sch.district_id,
                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                    ]
                                  ) as aky (key)
                                where
                                  gsh.guardian_id = _l0.guardian_id
                                  and gsh.status = 'ACTIVE'
                                  and gsh.data_access
                                  and gsh.valid_from <= $5::date
                                  and (
                                    gsh.valid_to is null
                                    or gsh.valid_to >= $5::date
                                  )
                              )
                            )
                        )
                        and (
                          (
                            select
                              (
                                sft.school_id = any ($2::uuid[])
                                and (
                                  select act.organiser_id = $3::uuid
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              )
                            from shift sft
                            where sft.id = _l0.shift_id
                          )
                          and (
                            _l0.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $4::timestamptz
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _l0.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $5::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _l0.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $5::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $5::date
                                        )
                                    )
                                  )
                              )
                              or (
                                select
                                  exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _l0.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $5::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $5::date
                                      )
                                      and (
                                        sch.id = sft.school_id
                                        or sft.school_id is null
                                        and sch.district_id = sft.district_id
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $5::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _l0.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."signed_up_at" desc,
                      _l0."id" desc
                    limit $6::int
                  ) _l0
              ),
              case
                when (
                  (
                    _r0.school_id = any ($2::uuid[])
                    and (
                      select act.organiser_id = $3::uuid
                      from volunteer_activity act
                      where act.id = _r0.activity_id
                    )
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _r0.school_id = any ($2::uuid[])
                                    and (
                                      select act.organiser_id = $3::uuid
                                      from volunteer_activity act
                                      where act.id = _r0.activity_id
                                    )
                                  )
                                  or (
                                    _r0.published_at is not null
                                    and _r0.school_id = any ($2::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."role_id" = _l1.id
                            and (
                              (
                                (
                                  select
                                    (
                                      sft.school_id = any ($2::uuid[])
                                      and (
                                        select act.organiser_id = $3::uuid
                                        from volunteer_activity act
                                        where act.id = sft.activity_id
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $4::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $5::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $5::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $5::date
                                              )
                                          )
                                        )
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $5::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $5::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $5::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.published_at is not null
                                      and sft.school_id = any ($2::uuid[])
                                    )
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $4::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $5::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $5::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $5::date
                                              )
                                          )
                                        )
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $5::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $5::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $5::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r4.status = 'CONFIRMED'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      select
                        '[' || coalesce(
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select 'null'
                                from guardian _r5
                                where false
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select 'null'
                                from household _r6
                                where false
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '["' || _r7."id"::text || '",' || coalesce('"' || _r7."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."excused_at"::text || '"', 'null') || ']'
                                from attendance _r7
                                where
                                  (
                                    _r7."signup_id" = _l2.id
                                    and (
                                      select
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          and (
                                            select act.organiser_id = $3::uuid
                                            from volunteer_activity act
                                            where act.id = sft.activity_id
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _r7.shift_id
                                    )
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r8."id"::text || '","' || _r8."way"::text || '","' || _r8."status"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r8.to_person_id
                                      ),
                                      (
                                        (
                                          select
                                            (
                                              sft.school_id = any ($2::uuid[])
                                              and (
                                                select act.organiser_id = $3::uuid
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _r8.shift_id
                                        )
                                      )
                                    )::text,
                                    -1
                                  )
                                from stand_in _r8
                                where
                                  (
                                    _r8."signup_id" = _l2.id
                                    and (
                                      (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _r8.shift_id
                                      )
                                      and (
                                        _r8.status not in ('OFFERED', 'PENDING')
                                        or (
                                          (
                                            _l2.status not in ('PENDING', 'CONFIRMED')
                                            or (
                                              (
                                                select sft.starts_at <= $4::timestamptz
                                                from shift sft
                                                where sft.id = _l2.shift_id
                                              )
                                              or exists (
                                                select 1
                                                from engagement res
                                                where
                                                  res.source_id = _l2.id
                                                  and res.kind = 'SHIFT_SIGNUP'
                                                  and res.status = 'ACTIVE'
                                                  and (
                                                    res.rests_on is null
                                                    or res.rests_on && array(
                                                      select distinct
                                                        aky.key
                                                      from
                                                        guardianship gsh
                                                        join class_membership cms on cms.student_id = gsh.student_id
                                                        and cms.status = 'ACTIVE'
                                                        join school_class cls on cls.id = cms.school_class_id
                                                        join grade grd on grd.id = cls.grade_id
                                                        join school sch on sch.id = cls.school_id
                                                        join school_year scy on scy.id = cls.school_year_id
                                                        and $5::date between scy.starts_on and scy.ends_on
                                                        cross join lateral unnest(
                                                          array[
                                                            'class:' || cls.id,
                                                            'school:' || sch.id,
                                                            'school:' || sch.id || ':grade:' || grd.id,
                                                            'school:' || sch.id || ':stage:' || grd.stage,
                                                            'district:' || sch.district_id,
                                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                                          ]
                                                        ) as aky (key)
                                                      where
                                                        gsh.guardian_id = _l2.guardian_id
                                                        and gsh.status = 'ACTIVE'
                                                        and gsh.data_access
                                                        and gsh.valid_from <= $5::date
                                                        and (
                                                          gsh.valid_to is null
                                                          or gsh.valid_to >= $5::date
                                                        )
                                                    )
                                                  )
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from
                                                      guardianship tie
                                                      join student stu on stu.id = tie.student_id
                                                      and stu.left_on is null
                                                      join school sch on sch.id = stu.school_id
                                                    where
                                                      tie.guardian_id = _l2.guardian_id
                                                      and tie.status = 'ACTIVE'
                                                      and tie.data_access
                                                      and tie.valid_from <= $5::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $5::date
                                                      )
                                                      and (
                                                        sch.id = sft.school_id
                                                        or sft.school_id is null
                                                        and sch.district_id = sft.district_id
                                                      )
                                                      and not exists (
                                                        select 1
                                                        from
                                                          class_membership cms
                                                          join school_year scy on scy.id = cms.school_year_id
                                                        where
                                                          cms.student_id = stu.id
                                                          and cms.status = 'ACTIVE'
                                                          and $5::date between scy.starts_on and scy.ends_on
                                                      )
                                                  )
                                                from shift sft
                                                where sft.id = _l2.shift_id
                                              )
                                            )
                                            or exists (
                                              select 1
                                              from attendance att
                                              where
                                                att.signup_id = _l2.id
                                                and att.checked_in_at is not null
                                            )
                                          )
                                          and (
                                            (
                                              _r8.to_id is null
                                              or _r8.way = 'CODE'
                                              and _r8.status = 'OFFERED'
                                            )
                                            or (
                                              (
                                                select sft.starts_at <= $4::timestamptz
                                                from shift sft
                                                where sft.id = _r8.shift_id
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from audience_target t
                                                    where
                                                      t.audience_id = aud.audience_id
                                                      and t.key = any (
                                                        array(
                                                          select distinct
                                                            aky.key
                                                          from
                                                            guardianship gsh
                                                            join class_membership cms on cms.student_id = gsh.student_id
                                                            and cms.status = 'ACTIVE'
                                                            join school_class cls on cls.id = cms.school_class_id
                                                            join grade grd on grd.id = cls.grade_id
                                                            join school sch on sch.id = cls.school_id
                                                            join school_year scy on scy.id = cls.school_year_id
                                                            and $5::date between scy.starts_on and scy.ends_on
                                                            cross join lateral unnest(
                                                              array[
                                                                'class:' || cls.id,
                                                                'school:' || sch.id,
                                                                'school:' || sch.id || ':grade:' || grd.id,
                                                                'school:' || sch.id || ':stage:' || grd.stage,
                                                                'district:' || sch.district_id,
                                                                'district:' || sch.district_id || ':grade:' || grd.id,
                                                                'district:' || sch.district_id || ':stage:' || grd.stage
                                                              ]
                                                            ) as aky (key)
                                                          where
                                                            gsh.guardian_id = _r8.to_id
                                                            and gsh.status = 'ACTIVE'
                                                            and gsh.data_access
                                                            and gsh.valid_from <= $5::date
                                                            and (
                                                              gsh.valid_to is null
                                                              or gsh.valid_to >= $5::date
                                                            )
                                                        )
                                                      )
                                                  )
                                                from
                                                  shift ash
                                                  join volunteer_activity aud on aud.id = ash.activity_id
                                                where ash.id = _r8.shift_id
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from
                                                      guardianship tie
                                                      join student stu on stu.id = tie.student_id
                                                      and stu.left_on is null
                                                      join school sch on sch.id = stu.school_id
                                                    where
                                                      tie.guardian_id = _r8.to_id
                                                      and tie.status = 'ACTIVE'
                                                      and tie.data_access
                                                      and tie.valid_from <= $5::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $5::date
                                                      )
                                                      and (
                                                        sch.id = sft.school_id
                                                        or sft.school_id is null
                                                        and sch.district_id = sft.district_id
                                                      )
                                                      and not exists (
                                                        select 1
                                                        from
                                                          class_membership cms
                                                          join school_year scy on scy.id = cms.school_year_id
                                                        where
                                                          cms.student_id = stu.id
                                                          and cms.status = 'ACTIVE'
                                                          and $5::date between scy.starts_on and scy.ends_on
                                                      )
                                                  )
                                                from shift sft
                                                where sft.id = _r8.shift_id
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                    and _r8.status in ('OFFERED', 'PENDING')
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r9."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r9.person_id
                                      )
                                    )::text,
                                    -1
                                  )
                                from signup _r9
                                where
                                  (
                                    _r9.id = _l2."stands_in_for_id"
                                    and (
                                      (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _r9.shift_id
                                      )
                                      and (
                                        _r9.status not in ('PENDING', 'CONFIRMED')
                                        or (
                                          (
                                            select sft.starts_at <= $4::timestamptz
                                            from shift sft
                                            where sft.id = _r9.shift_id
                                          )
                                          or exists (
                                            select 1
                                            from engagement res
                                            where
                                              res.source_id = _r9.id
                                              and res.kind = 'SHIFT_SIGNUP'
                                              and res.status = 'ACTIVE'
                                              and (
                                                res.rests_on is null
                                                or res.rests_on && array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $5::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _r9.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $5::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $5::date
                                                    )
                                                )
                                              )
                                          )
                                          or (
                                            select
                                              exists (
                                                select 1
                                                from
                                                  guardianship tie
                                                  join student stu on stu.id = tie.student_id
                                                  and stu.left_on is null
                                                  join school sch on sch.id = stu.school_id
                                                where
                                                  tie.guardian_id = _r9.guardian_id
                                                  and tie.status = 'ACTIVE'
                                                  and tie.data_access
                                                  and tie.valid_from <= $5::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $5::date
                                                  )
                                                  and (
                                                    sch.id = sft.school_id
                                                    or sft.school_id is null
                                                    and sch.district_id = sft.district_id
                                                  )
                                                  and not exists (
                                                    select 1
                                                    from
                                                      class_membership cms
                                                      join school_year scy on scy.id = cms.school_year_id
                                                    where
                                                      cms.student_id = stu.id
                                                      and cms.status = 'ACTIVE'
                                                      and $5::date between scy.starts_on and scy.ends_on
                                                  )
                                              )
                                            from shift sft
                                            where sft.id = _r9.shift_id
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from attendance att
                                          where
                                            att.signup_id = _r9.id
                                            and att.checked_in_at is not null
                                        )
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."signed_up_at"::text || '",' || right(
                                json_build_array(
                                  (
                                    select per.name
                                    from person per
                                    where per.id = _l2.person_id
                                  ),
                                  (
                                    select per.phone
                                    from person per
                                    where per.id = _l2.person_id
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) filter (
                            where _l2._n <= $7::int
                          ) || ']',
                          case
                            when (
                              (
                                _r0.school_id = any ($2::uuid[])
                                and (
                                  select act.organiser_id = $3::uuid
                                  from volunteer_activity act
                                  where act.id = _r0.activity_id
                                )
                              )
                            ) is not true then 'false'
                            else 'null'
                          end
                        ) || ',' || (count(*) > $7::int)::text || ']'
                      from
                        (
                          select
                            _l2.*,
                            row_number() over () as _n
                          from
                            (
                              select _l2.*
                              from signup _l2
                              where
                                (
                                  _l2."role_id" = _l1.id
                                  and (
                                    (
                                      select
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          and (
                                            select act.organiser_id = $3::uuid
                                            from volunteer_activity act
                                            where act.id = sft.activity_id
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _l2.shift_id
                                    )
                                    and (
                                      _l2.status not in ('PENDING', 'CONFIRMED')
                                      or (
                                        (
                                          select sft.starts_at <= $4::timestamptz
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                        or exists (
                                          select 1
                                          from engagement res
                                          where
                                            res.source_id = _l2.id
                                            and res.kind = 'SHIFT_SIGNUP'
                                            and res.status = 'ACTIVE'
                                            and (
                                              res.rests_on is null
                                              or res.rests_on && array(
                                                select distinct
                                                  aky.key
                                                from
                                                  guardianship gsh
                                                  join class_membership cms on cms.student_id = gsh.student_id
                                                  and cms.status = 'ACTIVE'
                                                  join school_class cls on cls.id = cms.school_class_id
                                                  join grade grd on grd.id = cls.grade_id
                                                  join school sch on sch.id = cls.school_id
                                                  join school_year scy on scy.id = cls.school_year_id
                                                  and $5::date between scy.starts_on and scy.ends_on
                                                  cross join lateral unnest(
                                                    array[
                                                      'class:' || cls.id,
                                                      'school:' || sch.id,
                                                      'school:' || sch.id || ':grade:' || grd.id,
                                                      'school:' || sch.id || ':stage:' || grd.stage,
                                                      'district:' || sch.district_id,
                                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                                    ]
                                                  ) as aky (key)
                                                where
                                                  gsh.guardian_id = _l2.guardian_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $5::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $5::date
                                                  )
                                              )
                                            )
                                        )
                                        or (
                                          select
                                            exists (
                                              select 1
                                              from
                                                guardianship tie
                                                join student stu on stu.id = tie.student_id
                                                and stu.left_on is null
                                                join school sch on sch.id = stu.school_id
                                              where
                                                tie.guardian_id = _l2.guardian_id
                                                and tie.status = 'ACTIVE'
                                                and tie.data_access
                                                and tie.valid_from <= $5::date
                                                and (
                                                  tie.valid_to is null
                                                  or tie.valid_to >= $5::date
                                                )
                                                and (
                                                  sch.id = sft.school_id
                                                  or sft.school_id is null
                                                  and sch.district_id = sft.district_id
                                                )
                                                and not exists (
                                                  select 1
                                                  from
                                                    class_membership cms
                                                    join school_year scy on scy.id = cms.school_year_id
                                                  where
                                                    cms.student_id = stu.id
                                                    and cms.status = 'ACTIVE'
                                                    and $5::date between scy.starts_on and scy.ends_on
                                                )
                                            )
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from attendance att
                                        where
                                          att.signup_id = _l2.id
                                          and att.checked_in_at is not null
                                      )
                                    )
                                  )
                                  and _l2."status" = any ($8::text[])
                                )
                              order by
                                _l2."signed_up_at" desc,
                                _l2."id" desc
                              limit ($7::int + 1)
                            ) _l2
                        ) _l2
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select 'null'
                                from guardian _r10
                                where false
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l3."id"::text || '","' || _l3."status"::text || '",' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l3.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l3.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l3.priority, _l3.joined_at, _l3.sequence)
                                      )
                                    end
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l3.*
                            from waitlist_entry _l3
                            where
                              (
                                _l3."role_id" = _l1.id
                                and (
                                  (
                                    select
                                      (
                                        sft.school_id = any ($2::uuid[])
                                        and (
                                          select act.organiser_id = $3::uuid
                                          from volunteer_activity act
                                          where act.id = sft.activity_id
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _l3.shift_id
                                  )
                                  and (
                                    _l3.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $4::timestamptz
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from audience_target t
                                            where
                                              t.audience_id = aud.audience_id
                                              and t.key = any (
                                                array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $5::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _l3.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $5::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $5::date
                                                    )
                                                )
                                              )
                                          )
                                        from
                                          shift ash
                                          join volunteer_activity aud on aud.id = ash.activity_id
                                        where ash.id = _l3.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = _l3.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $5::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $5::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select 1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $5::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                    )
                                  )
                                )
                                and _l3."status" = any ($9::text[])
                              )
                            order by
                              _l3."priority" asc,
                              _l3."joined_at" asc,
                              _l3."sequence" asc,
                              _l3."id" asc
                            limit $10::int
                          ) _l3
                      ),
                      case
                        when (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."capacity"::text || ',' || _l1."minimum"::text || ',' || _l1."places_taken"::text || ',' || _l1."approval_required"::text || ',' || right(json_build_array(_l1."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_role _l1
                    where
                      (
                        _l1."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l1."ordinal" asc,
                      _l1."id" asc
                    limit $11::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(
                json_build_array(
                  _r0."place",
                  (
                    select
                      json_build_object(
                        'taken',
                        coalesce(sum(rol.places_taken), 0),
                        'capacity',
                        coalesce(sum(rol.capacity), 0),
                        'shortBy',
                        coalesce(sum(greatest(rol.minimum - rol.places_taken, 0)), 0),
                        'withheld',
                        coalesce(bool_or(false), false)
                      )
                    from shift_role rol
                    where rol.shift_id = _r0.id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($12::uuid[])
            and (
              _r0.school_id = any ($2::uuid[])
              and (
                _r0.published_at is not null
                or (
                  select act.organiser_id = $3::uuid
                  from volunteer_activity act
                  where act.id = _r0.activity_id
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _r0: Query.shift (Shift)
-- _r1: Shift.signupCount
-- _r2: Shift.activity
-- _r3: VolunteerActivity.organiser
-- _l0: Shift.missing
-- _l1: Shift.roles
-- _r4: ShiftRole.confirmedCount
-- _l2: ShiftRole.signups
-- _r5: Signup.guardian
-- _r6: Signup.household
-- _r7: Signup.attendance
-- _r8: Signup.standIn
-- _r9: Signup.standsInFor
-- _l3: ShiftRole.waitlistEntries
-- _r10: WaitlistEntry.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                          or (
                            _r0.published_at is not null
                            and _r0.school_id = any ($2::uuid[])
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      (
                        (
                          _r0.school_id = any ($2::uuid[])
                          and (
                            select act.organiser_id = $3::uuid
                            from volunteer_activity act
                            where act.id = _r0.activity_id
                          )
                        )
                        and (
                          _r1.status not in ('PENDING', 'CONFIRMED')
                          or (
                            _r0.starts_at <= $4::timestamptz
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $5::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r1.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $5::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $5::date
                                      )
                                  )
                                )
                            )
                            or exists (
                              select 1
                              from
                                guardianship tie
                                join student stu on stu.id = tie.student_id
                                and stu.left_on is null
                                join school sch on sch.id = stu.school_id
                              where
                                tie.guardian_id = _r1.guardian_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $5::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $5::date
                                )
                                and (
                                  sch.id = _r0.school_id
                                  or _r0.school_id is null
                                  and sch.district_id = _r0.district_id
                                )
                                and not exists (
                                  select 1
                                  from
                                    class_membership cms
                                    join school_year scy on scy.id = cms.school_year_id
                                  where
                                    cms.student_id = stu.id
                                    and cms.status = 'ACTIVE'
                                    and $5::date between scy.starts_on and scy.ends_on
                                )
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r1.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        (
                          _r0.published_at is not null
                          and _r0.school_id = any ($2::uuid[])
                        )
                        and (
                          _r1.status not in ('PENDING', 'CONFIRMED')
                          or (
                            _r0.starts_at <= $4::timestamptz
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $5::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r1.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $5::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $5::date
                                      )
                                  )
                                )
                            )
                            or exists (
                              select 1
                              from
                                guardianship tie
                                join student stu on stu.id = tie.student_id
                                and stu.left_on is null
                                join school sch on sch.id = stu.school_id
                              where
                                tie.guardian_id = _r1.guardian_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $5::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $5::date
                                )
                                and (
                                  sch.id = _r0.school_id
                                  or _r0.school_id is null
                                  and sch.district_id = _r0.district_id
                                )
                                and not exists (
                                  select 1
                                  from
                                    class_membership cms
                                    join school_year scy on scy.id = cms.school_year_id
                                  where
                                    cms.student_id = stu.id
                                    and cms.status = 'ACTIVE'
                                    and $5::date between scy.starts_on and scy.ends_on
                                )
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r1.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r1.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r3."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r3.id = $3::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r3.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                        )
                                        and asg.school_id = any ($2::uuid[])
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and asg.school_id = any ($2::uuid[])
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r3.person_id
                            ),
                            _r3."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r3
                      where
                        (
                          _r3.id = _r2."organiser_id"
                          and (
                            _r3.id = $3::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r3.id
                                and a.school_id = any ($2::uuid[])
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      _r2.school_id = any ($2::uuid[])
                      and (
                        _r2.published_at is not null
                        or _r2.organiser_id = $3::uuid
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || right(
                      json_build_array(
                        (
                          select per.name
                          from person per
                          where per.id = _l0.person_id
                        ),
                        (
                          select per.phone
                          from person per
                          where per.id = _l0.person_id
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from signup _l0
                    where
                      (
                        _l0.shift_id = _r0.id
                        and _r0.starts_at <= $4::timestamptz
                        and _r0.status = 'SCHEDULED'
                        and _l0.status = 'CONFIRMED'
                        and not exists (
                          select 1
                          from attendance att
                          where att.signup_id = _l0.id
                        )
                        and exists (
                          select 1
                          from engagement res
                          where
                            res.source_id = _l0.id
                            and res.kind = 'SHIFT_SIGNUP'
                            and res.status = 'ACTIVE'
                            and (
                              res.rests_on is null
                              or res.rests_on && array(
                                select distinct
                                  aky.key
                                from
                                  guardianship gsh
                                  join class_membership cms on cms.student_id = gsh.student_id
                                  and cms.status = 'ACTIVE'
                                  join school_class cls on cls.id = cms.school_class_id
                                  join grade grd on grd.id = cls.grade_id
                                  join school sch on sch.id = cls.school_id
                                  join school_year scy on scy.id = cls.school_year_id
                                  and $5::date between scy.starts_on and scy.ends_on
                                  cross join lateral unnest(
                                    array[
                                      'class:' || cls.id,
                                      'school:' || sch.id,
                                      'school:' || sch.id || ':grade:' || grd.id,
                                      'school:' || sch.id || ':stage:' || grd.stage,
                                      'district:' || sch.district_id,
                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                    ]
                                  ) as aky (key)
                                where
                                  gsh.guardian_id = _l0.guardian_id
                                  and gsh.status = 'ACTIVE'
                                  and gsh.data_access
                                  and gsh.valid_from <= $5::date
                                  and (
                                    gsh.valid_to is null
                                    or gsh.valid_to >= $5::date
                                  )
                              )
                            )
                        )
                        and (
                          (
                            select
                              (
                                sft.school_id = any ($2::uuid[])
                                and (
                                  select act.organiser_id = $3::uuid
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              )
                            from shift sft
                            where sft.id = _l0.shift_id
                          )
                          and (
                            _l0.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $4::timestamptz
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _l0.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $5::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _l0.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $5::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $5::date
                                        )
                                    )
                                  )
                              )
                              or (
                                select
                                  exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _l0.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $5::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $5::date
                                      )
                                      and (
                                        sch.id = sft.school_id
                                        or sft.school_id is null
                                        and sch.district_id = sft.district_id
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $5::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _l0.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."signed_up_at" desc,
                      _l0."id" desc
                    limit $6::int
                  ) _l0
              ),
              case
                when (
                  (
                    _r0.school_id = any ($2::uuid[])
                    and (
                      select act.organiser_id = $3::uuid
                      from volunteer_activity act
                      where act.id = _r0.activity_id
                    )
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _r0.school_id = any ($2::uuid[])
                                    and (
                                      select act.organiser_id = $3::uuid
                                      from volunteer_activity act
                                      where act.id = _r0.activity_id
                                    )
                                  )
                                  or (
                                    _r0.published_at is not null
                                    and _r0.school_id = any ($2::uuid[])
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."role_id" = _l1.id
                            and (
                              (
                                (
                                  select
                                    (
                                      sft.school_id = any ($2::uuid[])
                                      and (
                                        select act.organiser_id = $3::uuid
                                        from volunteer_activity act
                                        where act.id = sft.activity_id
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $4::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $5::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $5::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $5::date
                                              )
                                          )
                                        )
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $5::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $5::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $5::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.published_at is not null
                                      and sft.school_id = any ($2::uuid[])
                                    )
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $4::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $5::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $5::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $5::date
                                              )
                                          )
                                        )
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $5::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $5::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $5::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r4.status = 'CONFIRMED'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      select
                        '[' || coalesce(
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r5."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r5.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r5.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($7::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($8::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r5
                                where
                                  (
                                    _r5.id = _l2."guardian_id"
                                    and exists (
                                      select 1
                                      from
                                        guardianship g
                                        join class_membership m on m.student_id = g.student_id
                                      where
                                        g.guardian_id = _r5.id
                                        and g.status in ('ACTIVE', 'PENDING')
                                        and m.school_class_id = any ($8::uuid[])
                                        and m.status = 'ACTIVE'
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r6."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        coalesce(
                                          (
                                            select
                                              string_agg(
                                                stu.name,
                                                '、'
                                                order by stu.id
                                              )
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _r6.id
                                              and exists (
                                                select 1
                                                from class_membership m
                                                where
                                                  m.student_id = stu.id
                                                  and m.school_class_id = any ($8::uuid[])
                                                  and m.status = 'ACTIVE'
                                              )
                                          ) || '家',
                                          '家庭'
                                        )
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _r6.id
                                              and (
                                                stu.school_id = any ($7::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($8::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from household _r6
                                where
                                  (
                                    _r6.id = _l2."household_id"
                                    and exists (
                                      select 1
                                      from
                                        household_student hs
                                        join class_membership m on m.student_id = hs.student_id
                                      where
                                        hs.household_id = _r6.id
                                        and m.school_class_id = any ($8::uuid[])
                                        and m.status = 'ACTIVE'
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '["' || _r7."id"::text || '",' || coalesce('"' || _r7."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."excused_at"::text || '"', 'null') || ']'
                                from attendance _r7
                                where
                                  (
                                    _r7."signup_id" = _l2.id
                                    and (
                                      select
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          and (
                                            select act.organiser_id = $3::uuid
                                            from volunteer_activity act
                                            where act.id = sft.activity_id
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _r7.shift_id
                                    )
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r8."id"::text || '","' || _r8."way"::text || '","' || _r8."status"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r8.to_person_id
                                      ),
                                      (
                                        (
                                          select
                                            (
                                              sft.school_id = any ($2::uuid[])
                                              and (
                                                select act.organiser_id = $3::uuid
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _r8.shift_id
                                        )
                                      )
                                    )::text,
                                    -1
                                  )
                                from stand_in _r8
                                where
                                  (
                                    _r8."signup_id" = _l2.id
                                    and (
                                      (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _r8.shift_id
                                      )
                                      and (
                                        _r8.status not in ('OFFERED', 'PENDING')
                                        or (
                                          (
                                            _l2.status not in ('PENDING', 'CONFIRMED')
                                            or (
                                              (
                                                select sft.starts_at <= $4::timestamptz
                                                from shift sft
                                                where sft.id = _l2.shift_id
                                              )
                                              or exists (
                                                select 1
                                                from engagement res
                                                where
                                                  res.source_id = _l2.id
                                                  and res.kind = 'SHIFT_SIGNUP'
                                                  and res.status = 'ACTIVE'
                                                  and (
                                                    res.rests_on is null
                                                    or res.rests_on && array(
                                                      select distinct
                                                        aky.key
                                                      from
                                                        guardianship gsh
                                                        join class_membership cms on cms.student_id = gsh.student_id
                                                        and cms.status = 'ACTIVE'
                                                        join school_class cls on cls.id = cms.school_class_id
                                                        join grade grd on grd.id = cls.grade_id
                                                        join school sch on sch.id = cls.school_id
                                                        join school_year scy on scy.id = cls.school_year_id
                                                        and $5::date between scy.starts_on and scy.ends_on
                                                        cross join lateral unnest(
                                                          array[
                                                            'class:' || cls.id,
                                                            'school:' || sch.id,
                                                            'school:' || sch.id || ':grade:' || grd.id,
                                                            'school:' || sch.id || ':stage:' || grd.stage,
                                                            'district:' || sch.district_id,
                                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                                          ]
                                                        ) as aky (key)
                                                      where
                                                        gsh.guardian_id = _l2.guardian_id
                                                        and gsh.status = 'ACTIVE'
                                                        and gsh.data_access
                                                        and gsh.valid_from <= $5::date
                                                        and (
                                                          gsh.valid_to is null
                                                          or gsh.valid_to >= $5::date
                                                        )
                                                    )
                                                  )
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from
                                                      guardianship tie
                                                      join student stu on stu.id = tie.student_id
                                                      and stu.left_on is null
                                                      join school sch on sch.id = stu.school_id
                                                    where
                                                      tie.guardian_id = _l2.guardian_id
                                                      and tie.status = 'ACTIVE'
                                                      and tie.data_access
                                                      and tie.valid_from <= $5::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $5::date
                                                      )
                                                      and (
                                                        sch.id = sft.school_id
                                                        or sft.school_id is null
                                                        and sch.district_id = sft.district_id
                                                      )
                                                      and not exists (
                                                        select 1
                                                        from
                                                          class_membership cms
                                                          join school_year scy on scy.id = cms.school_year_id
                                                        where
                                                          cms.student_id = stu.id
                                                          and cms.status = 'ACTIVE'
                                                          and $5::date between scy.starts_on and scy.ends_on
                                                      )
                                                  )
                                                from shift sft
                                                where sft.id = _l2.shift_id
                                              )
                                            )
                                            or exists (
                                              select 1
                                              from attendance att
                                              where
                                                att.signup_id = _l2.id
                                                and att.checked_in_at is not null
                                            )
                                          )
                                          and (
                                            (
                                              _r8.to_id is null
                                              or _r8.way = 'CODE'
                                              and _r8.status = 'OFFERED'
                                            )
                                            or (
                                              (
                                                select sft.starts_at <= $4::timestamptz
                                                from shift sft
                                                where sft.id = _r8.shift_id
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from audience_target t
                                                    where
                                                      t.audience_id = aud.audience_id
                                                      and t.key = any (
                                                        array(
                                                          select distinct
                                                            aky.key
                                                          from
                                                            guardianship gsh
                                                            join class_membership cms on cms.student_id = gsh.student_id
                                                            and cms.status = 'ACTIVE'
                                                            join school_class cls on cls.id = cms.school_class_id
                                                            join grade grd on grd.id = cls.grade_id
                                                            join school sch on sch.id = cls.school_id
                                                            join school_year scy on scy.id = cls.school_year_id
                                                            and $5::date between scy.starts_on and scy.ends_on
                                                            cross join lateral unnest(
                                                              array[
                                                                'class:' || cls.id,
                                                                'school:' || sch.id,
                                                                'school:' || sch.id || ':grade:' || grd.id,
                                                                'school:' || sch.id || ':stage:' || grd.stage,
                                                                'district:' || sch.district_id,
                                                                'district:' || sch.district_id || ':grade:' || grd.id,
                                                                'district:' || sch.district_id || ':stage:' || grd.stage
                                                              ]
                                                            ) as aky (key)
                                                          where
                                                            gsh.guardian_id = _r8.to_id
                                                            and gsh.status = 'ACTIVE'
                                                            and gsh.data_access
                                                            and gsh.valid_from <= $5::date
                                                            and (
                                                              gsh.valid_to is null
                                                              or gsh.valid_to >= $5::date
                                                            )
                                                        )
                                                      )
                                                  )
                                                from
                                                  shift ash
                                                  join volunteer_activity aud on aud.id = ash.activity_id
                                                where ash.id = _r8.shift_id
                                              )
                                              or (
                                                select
                                                  exists (
                                                    select 1
                                                    from
                                                      guardianship tie
                                                      join student stu on stu.id = tie.student_id
                                                      and stu.left_on is null
                                                      join school sch on sch.id = stu.school_id
                                                    where
                                                      tie.guardian_id = _r8.to_id
                                                      and tie.status = 'ACTIVE'
                                                      and tie.data_access
                                                      and tie.valid_from <= $5::date
                                                      and (
                                                        tie.valid_to is null
                                                        or tie.valid_to >= $5::date
                                                      )
                                                      and (
                                                        sch.id = sft.school_id
                                                        or sft.school_id is null
                                                        and sch.district_id = sft.district_id
                                                      )
                                                      and not exists (
                                                        select 1
                                                        from
                                                          class_membership cms
                                                          join school_year scy on scy.id = cms.school_year_id
                                                        where
                                                          cms.student_id = stu.id
                                                          and cms.status = 'ACTIVE'
                                                          and $5::date between scy.starts_on and scy.ends_on
                                                      )
                                                  )
                                                from shift sft
                                                where sft.id = _r8.shift_id
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                    and _r8.status in ('OFFERED', 'PENDING')
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r9."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r9.person_id
                                      )
                                    )::text,
                                    -1
                                  )
                                from signup _r9
                                where
                                  (
                                    _r9.id = _l2."stands_in_for_id"
                                    and (
                                      (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _r9.shift_id
                                      )
                                      and (
                                        _r9.status not in ('PENDING', 'CONFIRMED')
                                        or (
                                          (
                                            select sft.starts_at <= $4::timestamptz
                                            from shift sft
                                            where sft.id = _r9.shift_id
                                          )
                                          or exists (
                                            select 1
                                            from engagement res
                                            where
                                              res.source_id = _r9.id
                                              and res.kind = 'SHIFT_SIGNUP'
                                              and res.status = 'ACTIVE'
                                              and (
                                                res.rests_on is null
                                                or res.rests_on && array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $5::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _r9.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $5::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $5::date
                                                    )
                                                )
                                              )
                                          )
                                          or (
                                            select
                                              exists (
                                                select 1
                                                from
                                                  guardianship tie
                                                  join student stu on stu.id = tie.student_id
                                                  and stu.left_on is null
                                                  join school sch on sch.id = stu.school_id
                                                where
                                                  tie.guardian_id = _r9.guardian_id
                                                  and tie.status = 'ACTIVE'
                                                  and tie.data_access
                                                  and tie.valid_from <= $5::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $5::date
                                                  )
                                                  and (
                                                    sch.id = sft.school_id
                                                    or sft.school_id is null
                                                    and sch.district_id = sft.district_id
                                                  )
                                                  and not exists (
                                                    select 1
                                                    from
                                                      class_membership cms
                                                      join school_year scy on scy.id = cms.school_year_id
                                                    where
                                                      cms.student_id = stu.id
                                                      and cms.status = 'ACTIVE'
                                                      and $5::date between scy.starts_on and scy.ends_on
                                                  )
                                              )
                                            from shift sft
                                            where sft.id = _r9.shift_id
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from attendance att
                                          where
                                            att.signup_id = _r9.id
                                            and att.checked_in_at is not null
                                        )
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."signed_up_at"::text || '",' || right(
                                json_build_array(
                                  (
                                    select per.name
                                    from person per
                                    where per.id = _l2.person_id
                                  ),
                                  (
                                    select per.phone
                                    from person per
                                    where per.id = _l2.person_id
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) filter (
                            where _l2._n <= $9::int
                          ) || ']',
                          case
                            when (
                              (
                                _r0.school_id = any ($2::uuid[])
                                and (
                                  select act.organiser_id = $3::uuid
                                  from volunteer_activity act
                                  where act.id = _r0.activity_id
                                )
                              )
                            ) is not true then 'false'
                            else 'null'
                          end
                        ) || ',' || (count(*) > $9::int)::text || ']'
                      from
                        (
                          select
                            _l2.*,
                            row_number() over () as _n
                          from
                            (
                              select _l2.*
                              from signup _l2
                              where
                                (
                                  _l2."role_id" = _l1.id
                                  and (
                                    (
                                      select
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          and (
                                            select act.organiser_id = $3::uuid
                                            from volunteer_activity act
                                            where act.id = sft.activity_id
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _l2.shift_id
                                    )
                                    and (
                                      _l2.status not in ('PENDING', 'CONFIRMED')
                                      or (
                                        (
                                          select sft.starts_at <= $4::timestamptz
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                        or exists (
                                          select 1
                                          from engagement res
                                          where
                                            res.source_id = _l2.id
                                            and res.kind = 'SHIFT_SIGNUP'
                                            and res.status = 'ACTIVE'
                                            and (
                                              res.rests_on is null
                                              or res.rests_on && array(
                                                select distinct
                                                  aky.key
                                                from
                                                  guardianship gsh
                                                  join class_membership cms on cms.student_id = gsh.student_id
                                                  and cms.status = 'ACTIVE'
                                                  join school_class cls on cls.id = cms.school_class_id
                                                  join grade grd on grd.id = cls.grade_id
                                                  join school sch on sch.id = cls.school_id
                                                  join school_year scy on scy.id = cls.school_year_id
                                                  and $5::date between scy.starts_on and scy.ends_on
                                                  cross join lateral unnest(
                                                    array[
                                                      'class:' || cls.id,
                                                      'school:' || sch.id,
                                                      'school:' || sch.id || ':grade:' || grd.id,
                                                      'school:' || sch.id || ':stage:' || grd.stage,
                                                      'district:' || sch.district_id,
                                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                                    ]
                                                  ) as aky (key)
                                                where
                                                  gsh.guardian_id = _l2.guardian_id
                                                  and gsh.status = 'ACTIVE'
                                                  and gsh.data_access
                                                  and gsh.valid_from <= $5::date
                                                  and (
                                                    gsh.valid_to is null
                                                    or gsh.valid_to >= $5::date
                                                  )
                                              )
                                            )
                                        )
                                        or (
                                          select
                                            exists (
                                              select 1
                                              from
                                                guardianship tie
                                                join student stu on stu.id = tie.student_id
                                                and stu.left_on is null
                                                join school sch on sch.id = stu.school_id
                                              where
                                                tie.guardian_id = _l2.guardian_id
                                                and tie.status = 'ACTIVE'
                                                and tie.data_access
                                                and tie.valid_from <= $5::date
                                                and (
                                                  tie.valid_to is null
                                                  or tie.valid_to >= $5::date
                                                )
                                                and (
                                                  sch.id = sft.school_id
                                                  or sft.school_id is null
                                                  and sch.district_id = sft.district_id
                                                )
                                                and not exists (
                                                  select 1
                                                  from
                                                    class_membership cms
                                                    join school_year scy on scy.id = cms.school_year_id
                                                  where
                                                    cms.student_id = stu.id
                                                    and cms.status = 'ACTIVE'
                                                    and $5::date between scy.starts_on and scy.ends_on
                                                )
                                            )
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from attendance att
                                        where
                                          att.signup_id = _l2.id
                                          and att.checked_in_at is not null
                                      )
                                    )
                                  )
                                  and _l2."status" = any ($10::text[])
                                )
                              order by
                                _l2."signed_up_at" desc,
                                _l2."id" desc
                              limit ($9::int + 1)
                            ) _l2
                        ) _l2
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r10."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r10.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r10.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($7::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($8::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r10
                                where
                                  (
                                    _r10.id = _l3."guardian_id"
                                    and exists (
                                      select 1
                                      from
                                        guardianship g
                                        join class_membership m on m.student_id = g.student_id
                                      where
                                        g.guardian_id = _r10.id
                                        and g.status in ('ACTIVE', 'PENDING')
                                        and m.school_class_id = any ($8::uuid[])
                                        and m.status = 'ACTIVE'
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l3."id"::text || '","' || _l3."status"::text || '",' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l3.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l3.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l3.priority, _l3.joined_at, _l3.sequence)
                                      )
                                    end
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l3.*
                            from waitlist_entry _l3
                            where
                              (
                                _l3."role_id" = _l1.id
                                and (
                                  (
                                    select
                                      (
                                        sft.school_id = any ($2::uuid[])
                                        and (
                                          select act.organiser_id = $3::uuid
                                          from volunteer_activity act
                                          where act.id = sft.activity_id
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _l3.shift_id
                                  )
                                  and (
                                    _l3.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $4::timestamptz
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from audience_target t
                                            where
                                              t.audience_id = aud.audience_id
                                              and t.key = any (
                                                array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $5::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _l3.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $5::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $5::date
                                                    )
                                                )
                                              )
                                          )
                                        from
                                          shift ash
                                          join volunteer_activity aud on aud.id = ash.activity_id
                                        where ash.id = _l3.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = _l3.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $5::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $5::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select 1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $5::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                    )
                                  )
                                )
                                and _l3."status" = any ($11::text[])
                              )
                            order by
                              _l3."priority" asc,
                              _l3."joined_at" asc,
                              _l3."sequence" asc,
                              _l3."id" asc
                            limit $12::int
                          ) _l3
                      ),
                      case
                        when (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."capacity"::text || ',' || _l1."minimum"::text || ',' || _l1."places_taken"::text || ',' || _l1."approval_required"::text || ',' || right(json_build_array(_l1."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_role _l1
                    where
                      (
                        _l1."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l1."ordinal" asc,
                      _l1."id" asc
                    limit $13::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(
                json_build_array(
                  _r0."place",
                  (
                    select
                      json_build_object(
                        'taken',
                        coalesce(sum(rol.places_taken), 0),
                        'capacity',
                        coalesce(sum(rol.capacity), 0),
                        'shortBy',
                        coalesce(sum(greatest(rol.minimum - rol.places_taken, 0)), 0),
                        'withheld',
                        coalesce(bool_or(false), false)
                      )
                    from shift_role rol
                    where rol.shift_id = _r0.id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($14::uuid[])
            and (
              _r0.school_id = any ($2::uuid[])
              and (
                _r0.published_at is not null
                or (
                  select act.organiser_id = $3::uuid
                  from volunteer_activity act
                  where act.id = _r0.activity_id
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.shift (Shift)
-- _r1: Shift.signupCount
-- _r2: Shift.activity
-- _r3: VolunteerActivity.organiser
-- _l0: Shift.missing
-- _l1: Shift.roles
-- _r4: ShiftRole.confirmedCount
-- _l2: ShiftRole.signups
-- _r5: Signup.guardian
-- _r6: Signup.household
-- _r7: Signup.attendance
-- _r8: Signup.standIn
-- _r9: Signup.standsInFor
-- _l3: ShiftRole.waitlistEntries
-- _r10: WaitlistEntry.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.school_id is null
                            and _r0.district_id = any ($2::uuid[])
                          )
                          or _r0.district_id = any ($2::uuid[])
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      (
                        (
                          (
                            _r0.school_id is null
                            and _r0.district_id = any ($2::uuid[])
                          )
                          and (
                            _r1.status not in ('PENDING', 'CONFIRMED')
                            or (
                              _r0.starts_at <= $3::timestamptz
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r1.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $4::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _r1.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $4::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $4::date
                                        )
                                    )
                                  )
                              )
                              or exists (
                                select 1
                                from
                                  guardianship tie
                                  join student stu on stu.id = tie.student_id
                                  and stu.left_on is null
                                  join school sch on sch.id = stu.school_id
                                where
                                  tie.guardian_id = _r1.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $4::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $4::date
                                  )
                                  and (
                                    sch.id = _r0.school_id
                                    or _r0.school_id is null
                                    and sch.district_id = _r0.district_id
                                  )
                                  and not exists (
                                    select 1
                                    from
                                      class_membership cms
                                      join school_year scy on scy.id = cms.school_year_id
                                    where
                                      cms.student_id = stu.id
                                      and cms.status = 'ACTIVE'
                                      and $4::date between scy.starts_on and scy.ends_on
                                  )
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r1.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        or (
                          (
                            _r1.status in ('PENDING', 'CONFIRMED')
                            and (
                              _r1.status = 'PENDING'
                              or _r1.cancel_requested_at is not null
                            )
                            and (
                              _r0.school_id is not null
                              and _r0.district_id = any ($2::uuid[])
                              and _r0.status = 'SCHEDULED'
                              and _r0.starts_at > $3::timestamptz
                              and not exists (
                                select 1
                                from
                                  staff_assignment asg
                                  join staff stf on stf.id = asg.staff_id
                                where
                                  asg.ended_at is null
                                  and asg.valid_from <= $4::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $4::date
                                  )
                                  and asg.school_id = _r0.school_id
                                  and (
                                    asg.role = 'SCHOOL_ADMIN'
                                    or asg.staff_id = (
                                      select own.organiser_id
                                      from volunteer_activity own
                                      where own.id = _r0.activity_id
                                    )
                                  )
                                  and stf.person_id <> all (array_remove(array[_r1.person_id], null))
                              )
                            )
                          )
                          and (
                            _r1.status not in ('PENDING', 'CONFIRMED')
                            or (
                              _r0.starts_at <= $3::timestamptz
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r1.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $4::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _r1.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $4::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $4::date
                                        )
                                    )
                                  )
                              )
                              or exists (
                                select 1
                                from
                                  guardianship tie
                                  join student stu on stu.id = tie.student_id
                                  and stu.left_on is null
                                  join school sch on sch.id = stu.school_id
                                where
                                  tie.guardian_id = _r1.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $4::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $4::date
                                  )
                                  and (
                                    sch.id = _r0.school_id
                                    or _r0.school_id is null
                                    and sch.district_id = _r0.district_id
                                  )
                                  and not exists (
                                    select 1
                                    from
                                      class_membership cms
                                      join school_year scy on scy.id = cms.school_year_id
                                    where
                                      cms.student_id = stu.id
                                      and cms.status = 'ACTIVE'
                                      and $4::date between scy.starts_on and scy.ends_on
                                  )
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r1.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        or (
                          _r1.status = 'CONFIRMED'
                          and (
                            _r0.school_id is not null
                            and _r0.district_id = any ($2::uuid[])
                            and _r0.status = 'SCHEDULED'
                            and _r0.starts_at <= $3::timestamptz
                            and not exists (
                              select 1
                              from
                                staff_assignment asg
                                join staff stf on stf.id = asg.staff_id
                              where
                                asg.ended_at is null
                                and asg.valid_from <= $4::date
                                and (
                                  asg.valid_to is null
                                  or asg.valid_to >= $4::date
                                )
                                and asg.school_id = _r0.school_id
                                and (
                                  asg.role = 'SCHOOL_ADMIN'
                                  or asg.staff_id = (
                                    select own.organiser_id
                                    from volunteer_activity own
                                    where own.id = _r0.activity_id
                                  )
                                )
                                and stf.person_id <> all (array_remove(array[_r1.person_id], null))
                            )
                          )
                        )
                        or (
                          (
                            _r1.decided_by_id = $5::uuid
                            and _r1.decided_for_district
                            or _r1.cancel_decided_by_id = $5::uuid
                            and _r1.cancel_decided_for_district
                          )
                          and _r0.district_id = any ($2::uuid[])
                        )
                      )
                      or (
                        _r0.district_id = any ($2::uuid[])
                        and (
                          _r1.status not in ('PENDING', 'CONFIRMED')
                          or (
                            _r0.starts_at <= $3::timestamptz
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $4::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r1.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $4::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $4::date
                                      )
                                  )
                                )
                            )
                            or exists (
                              select 1
                              from
                                guardianship tie
                                join student stu on stu.id = tie.student_id
                                and stu.left_on is null
                                join school sch on sch.id = stu.school_id
                              where
                                tie.guardian_id = _r1.guardian_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $4::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $4::date
                                )
                                and (
                                  sch.id = _r0.school_id
                                  or _r0.school_id is null
                                  and sch.district_id = _r0.district_id
                                )
                                and not exists (
                                  select 1
                                  from
                                    class_membership cms
                                    join school_year scy on scy.id = cms.school_year_id
                                  where
                                    cms.student_id = stu.id
                                    and cms.status = 'ACTIVE'
                                    and $4::date between scy.starts_on and scy.ends_on
                                )
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r1.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r1.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r3."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r3.id = $5::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r3.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                        )
                                        and asg.district_id = any ($2::uuid[])
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and asg.district_id = any ($2::uuid[])
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r3.person_id
                            ),
                            _r3."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r3
                      where
                        (
                          _r3.id = _r2."organiser_id"
                          and (
                            _r3.id = $5::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r3.id
                                and a.district_id = any ($2::uuid[])
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and _r2.district_id = any ($2::uuid[])
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || right(
                      json_build_array(
                        (
                          select per.name
                          from person per
                          where per.id = _l0.person_id
                        ),
                        (
                          select per.phone
                          from person per
                          where per.id = _l0.person_id
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from signup _l0
                    where
                      (
                        _l0.shift_id = _r0.id
                        and _r0.starts_at <= $3::timestamptz
                        and _r0.status = 'SCHEDULED'
                        and _l0.status = 'CONFIRMED'
                        and not exists (
                          select 1
                          from attendance att
                          where att.signup_id = _l0.id
                        )
                        and exists (
                          select 1
                          from engagement res
                          where
                            res.source_id = _l0.id
                            and res.kind = 'SHIFT_SIGNUP'
                            and res.status = 'ACTIVE'
                            and (
                              res.rests_on is null
                              or res.rests_on && array(
                                select distinct
                                  aky.key
                                from
                                  guardianship gsh
                                  join class_membership cms on cms.student_id = gsh.student_id
                                  and cms.status = 'ACTIVE'
                                  join school_class cls on cls.id = cms.school_class_id
                                  join grade grd on grd.id = cls.grade_id
                                  join school sch on sch.id = cls.school_id
                                  join school_year scy on scy.id = cls.school_year_id
                                  and $4::date between scy.starts_on and scy.ends_on
                                  cross join lateral unnest(
                                    array[
                                      'class:' || cls.id,
                                      'school:' || sch.id,
                                      'school:' || sch.id || ':grade:' || grd.id,
                                      'school:' || sch.id || ':stage:' || grd.stage,
                                      'district:' || sch.district_id,
                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                    ]
                                  ) as aky (key)
                                where
                                  gsh.guardian_id = _l0.guardian_id
                                  and gsh.status = 'ACTIVE'
                                  and gsh.data_access
                                  and gsh.valid_from <= $4::date
                                  and (
                                    gsh.valid_to is null
                                    or gsh.valid_to >= $4::date
                                  )
                              )
                            )
                        )
                        and (
                          (
                            (
                              select
                                (
                                  sft.school_id is null
                                  and sft.district_id = any ($2::uuid[])
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and (
                              _l0.status not in ('PENDING', 'CONFIRMED')
                              or (
                                (
                                  select sft.starts_at <= $3::timestamptz
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _l0.id
                                    and res.kind = 'SHIFT_SIGNUP'
                                    and res.status = 'ACTIVE'
                                    and (
                                      res.rests_on is null
                                      or res.rests_on && array(
                                        select distinct
                                          aky.key
                                        from
                                          guardianship gsh
                                          join class_membership cms on cms.student_id = gsh.student_id
                                          and cms.status = 'ACTIVE'
                                          join school_class cls on cls.id = cms.school_class_id
                                          join grade grd on grd.id = cls.grade_id
                                          join school sch on sch.id = cls.school_id
                                          join school_year scy on scy.id = cls.school_year_id
                                          and $4::date between scy.starts_on and scy.ends_on
                                          cross join lateral unnest(
                                            array[
                                              'class:' || cls.id,
                                              'school:' || sch.id,
                                              'school:' || sch.id || ':grade:' || grd.id,
                                              'school:' || sch.id || ':stage:' || grd.stage,
                                              'district:' || sch.district_id,
                                              'district:' || sch.district_id || ':grade:' || grd.id,
                                              'district:' || sch.district_id || ':stage:' || grd.stage
                                            ]
                                          ) as aky (key)
                                        where
                                          gsh.guardian_id = _l0.guardian_id
                                          and gsh.status = 'ACTIVE'
                                          and gsh.data_access
                                          and gsh.valid_from <= $4::date
                                          and (
                                            gsh.valid_to is null
                                            or gsh.valid_to >= $4::date
                                          )
                                      )
                                    )
                                )
                                or (
                                  select
                                    exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _l0.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $4::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $4::date
                                        )
                                        and (
                                          sch.id = sft.school_id
                                          or sft.school_id is null
                                          and sch.district_id = sft.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $4::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                              or exists (
                                select 1
                                from attendance att
                                where
                                  att.signup_id = _l0.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                          or (
                            (
                              _l0.status in ('PENDING', 'CONFIRMED')
                              and (
                                _l0.status = 'PENDING'
                                or _l0.cancel_requested_at is not null
                              )
                              and (
                                select
                                  (
                                    sft.school_id is not null
                                    and sft.district_id = any ($2::uuid[])
                                    and sft.status = 'SCHEDULED'
                                    and sft.starts_at > $3::timestamptz
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                        and asg.school_id = sft.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or asg.staff_id = (
                                            select own.organiser_id
                                            from volunteer_activity own
                                            where own.id = sft.activity_id
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_l0.person_id], null))
                                    )
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                            and (
                              _l0.status not in ('PENDING', 'CONFIRMED')
                              or (
                                (
                                  select sft.starts_at <= $3::timestamptz
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _l0.id
                                    and res.kind = 'SHIFT_SIGNUP'
                                    and res.status = 'ACTIVE'
                                    and (
                                      res.rests_on is null
                                      or res.rests_on && array(
                                        select distinct
                                          aky.key
                                        from
                                          guardianship gsh
                                          join class_membership cms on cms.student_id = gsh.student_id
                                          and cms.status = 'ACTIVE'
                                          join school_class cls on cls.id = cms.school_class_id
                                          join grade grd on grd.id = cls.grade_id
                                          join school sch on sch.id = cls.school_id
                                          join school_year scy on scy.id = cls.school_year_id
                                          and $4::date between scy.starts_on and scy.ends_on
                                          cross join lateral unnest(
                                            array[
                                              'class:' || cls.id,
                                              'school:' || sch.id,
                                              'school:' || sch.id || ':grade:' || grd.id,
                                              'school:' || sch.id || ':stage:' || grd.stage,
                                              'district:' || sch.district_id,
                                              'district:' || sch.district_id || ':grade:' || grd.id,
                                              'district:' || sch.district_id || ':stage:' || grd.stage
                                            ]
                                          ) as aky (key)
                                        where
                                          gsh.guardian_id = _l0.guardian_id
                                          and gsh.status = 'ACTIVE'
                                          and gsh.data_access
                                          and gsh.valid_from <= $4::date
                                          and (
                                            gsh.valid_to is null
                                            or gsh.valid_to >= $4::date
                                          )
                                      )
                                    )
                                )
                                or (
                                  select
                                    exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _l0.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $4::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $4::date
                                        )
                                        and (
                                          sch.id = sft.school_id
                                          or sft.school_id is null
                                          and sch.district_id = sft.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $4::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                              or exists (
                                select 1
                                from attendance att
                                where
                                  att.signup_id = _l0.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                          or (
                            _l0.status = 'CONFIRMED'
                            and (
                              select
                                (
                                  sft.school_id is not null
                                  and sft.district_id = any ($2::uuid[])
                                  and sft.status = 'SCHEDULED'
                                  and sft.starts_at <= $3::timestamptz
                                  and not exists (
                                    select 1
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.ended_at is null
                                      and asg.valid_from <= $4::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $4::date
                                      )
                                      and asg.school_id = sft.school_id
                                      and (
                                        asg.role = 'SCHOOL_ADMIN'
                                        or asg.staff_id = (
                                          select own.organiser_id
                                          from volunteer_activity own
                                          where own.id = sft.activity_id
                                        )
                                      )
                                      and stf.person_id <> all (array_remove(array[_l0.person_id], null))
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                          )
                          or (
                            (
                              _l0.decided_by_id = $5::uuid
                              and _l0.decided_for_district
                              or _l0.cancel_decided_by_id = $5::uuid
                              and _l0.cancel_decided_for_district
                            )
                            and (
                              select sft.district_id = any ($2::uuid[])
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                          )
                        )
                        and true
                        and (
                          (
                            _r0.school_id is null
                            and _r0.district_id = any ($2::uuid[])
                          )
                          or (
                            (
                              _r0.school_id is null
                              and _r0.district_id = any ($2::uuid[])
                            )
                          ) is not true
                        )
                      )
                    order by
                      _l0."signed_up_at" desc,
                      _l0."id" desc
                    limit $6::int
                  ) _l0
              ),
              case
                when (
                  (
                    _r0.school_id is null
                    and _r0.district_id = any ($2::uuid[])
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _r0.school_id is null
                                    and _r0.district_id = any ($2::uuid[])
                                  )
                                  or _r0.district_id = any ($2::uuid[])
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."role_id" = _l1.id
                            and (
                              (
                                (
                                  (
                                    select
                                      (
                                        sft.school_id is null
                                        and sft.district_id = any ($2::uuid[])
                                      )
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                  and (
                                    _r4.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      (
                                        select sft.starts_at <= $3::timestamptz
                                        from shift sft
                                        where sft.id = _r4.shift_id
                                      )
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r4.id
                                          and res.kind = 'SHIFT_SIGNUP'
                                          and res.status = 'ACTIVE'
                                          and (
                                            res.rests_on is null
                                            or res.rests_on && array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $4::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = _r4.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $4::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $4::date
                                                )
                                            )
                                          )
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = _r4.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $4::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $4::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select 1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $4::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _r4.shift_id
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r4.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                                or (
                                  (
                                    _r4.status in ('PENDING', 'CONFIRMED')
                                    and (
                                      _r4.status = 'PENDING'
                                      or _r4.cancel_requested_at is not null
                                    )
                                    and (
                                      select
                                        (
                                          sft.school_id is not null
                                          and sft.district_id = any ($2::uuid[])
                                          and sft.status = 'SCHEDULED'
                                          and sft.starts_at > $3::timestamptz
                                          and not exists (
                                            select 1
                                            from
                                              staff_assignment asg
                                              join staff stf on stf.id = asg.staff_id
                                            where
                                              asg.ended_at is null
                                              and asg.valid_from <= $4::date
                                              and (
                                                asg.valid_to is null
                                                or asg.valid_to >= $4::date
                                              )
                                              and asg.school_id = sft.school_id
                                              and (
                                                asg.role = 'SCHOOL_ADMIN'
                                                or asg.staff_id = (
                                                  select own.organiser_id
                                                  from volunteer_activity own
                                                  where own.id = sft.activity_id
                                                )
                                              )
                                              and stf.person_id <> all (array_remove(array[_r4.person_id], null))
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  and (
                                    _r4.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      (
                                        select sft.starts_at <= $3::timestamptz
                                        from shift sft
                                        where sft.id = _r4.shift_id
                                      )
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r4.id
                                          and res.kind = 'SHIFT_SIGNUP'
                                          and res.status = 'ACTIVE'
                                          and (
                                            res.rests_on is null
                                            or res.rests_on && array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $4::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = _r4.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $4::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $4::date
                                                )
                                            )
                                          )
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = _r4.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $4::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $4::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select 1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $4::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _r4.shift_id
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r4.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                                or (
                                  _r4.status = 'CONFIRMED'
                                  and (
                                    select
                                      (
                                        sft.school_id is not null
                                        and sft.district_id = any ($2::uuid[])
                                        and sft.status = 'SCHEDULED'
                                        and sft.starts_at <= $3::timestamptz
                                        and not exists (
                                          select 1
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                            and asg.school_id = sft.school_id
                                            and (
                                              asg.role = 'SCHOOL_ADMIN'
                                              or asg.staff_id = (
                                                select own.organiser_id
                                                from volunteer_activity own
                                                where own.id = sft.activity_id
                                              )
                                            )
                                            and stf.person_id <> all (array_remove(array[_r4.person_id], null))
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                )
                                or (
                                  (
                                    _r4.decided_by_id = $5::uuid
                                    and _r4.decided_for_district
                                    or _r4.cancel_decided_by_id = $5::uuid
                                    and _r4.cancel_decided_for_district
                                  )
                                  and (
                                    select sft.district_id = any ($2::uuid[])
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                )
                              )
                              or (
                                (
                                  select sft.district_id = any ($2::uuid[])
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $3::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $4::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $4::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $4::date
                                              )
                                          )
                                        )
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $4::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $4::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $4::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and _r4.status = 'CONFIRMED'
                          )
                      ),
                      'null'
                    ) || ',' || (
                      select
                        '[' || coalesce(
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select 'null'
                                from guardian _r5
                                where false
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select 'null'
                                from household _r6
                                where false
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '["' || _r7."id"::text || '",' || coalesce('"' || _r7."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."excused_at"::text || '"', 'null') || ']'
                                from attendance _r7
                                where
                                  (
                                    _r7."signup_id" = _l2.id
                                    and (
                                      (
                                        select
                                          (
                                            sft.school_id is null
                                            and sft.district_id = any ($2::uuid[])
                                          )
                                        from shift sft
                                        where sft.id = _r7.shift_id
                                      )
                                      or (
                                        _l2.status = 'CONFIRMED'
                                        and (
                                          select
                                            (
                                              sft.school_id is not null
                                              and sft.district_id = any ($2::uuid[])
                                              and sft.status = 'SCHEDULED'
                                              and sft.starts_at <= $3::timestamptz
                                              and not exists (
                                                select 1
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                                  and asg.school_id = sft.school_id
                                                  and (
                                                    asg.role = 'SCHOOL_ADMIN'
                                                    or asg.staff_id = (
                                                      select own.organiser_id
                                                      from volunteer_activity own
                                                      where own.id = sft.activity_id
                                                    )
                                                  )
                                                  and stf.person_id <> all (array_remove(array[_l2.person_id], null))
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                      )
                                    )
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r8."id"::text || '","' || _r8."way"::text || '","' || _r8."status"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r8.to_person_id
                                      ),
                                      (
                                        (
                                          (
                                            (
                                              select
                                                (
                                                  sft.school_id is null
                                                  and sft.district_id = any ($2::uuid[])
                                                )
                                              from shift sft
                                              where sft.id = _r8.shift_id
                                            )
                                            or (
                                              _r8.status = 'PENDING'
                                              and (
                                                select
                                                  (
                                                    sft.school_id is not null
                                                    and sft.district_id = any ($2::uuid[])
                                                    and sft.status = 'SCHEDULED'
                                                    and sft.starts_at > $3::timestamptz
                                                    and not exists (
                                                      select 1
                                                      from
                                                        staff_assignment asg
                                                        join staff stf on stf.id = asg.staff_id
                                                      where
                                                        asg.ended_at is null
                                                        and asg.valid_from <= $4::date
                                                        and (
                                                          asg.valid_to is null
                                                          or asg.valid_to >= $4::date
                                                        )
                                                        and asg.school_id = sft.school_id
                                                        and (
                                                          asg.role = 'SCHOOL_ADMIN'
                                                          or asg.staff_id = (
                                                            select own.organiser_id
                                                            from volunteer_activity own
                                                            where own.id = sft.activity_id
                                                          )
                                                        )
                                                        and stf.person_id <> all (
                                                          array_remove(
                                                            array[
                                                              _r8.to_person_id,
                                                              (
                                                                select giv.person_id
                                                                from signup giv
                                                                where giv.id = _r8.signup_id
                                                              )
                                                            ],
                                                            null
                                                          )
                                                        )
                                                    )
                                                  )
                                                from shift sft
                                                where sft.id = _r8.shift_id
                                              )
                                            )
                                          )
                                          or (
                                            (
                                              _r8.decided_by_id = $5::uuid
                                              and _r8.decided_for_district
                                            )
                                            and (
                                              select sft.district_id = any ($2::uuid[])
                                              from shift sft
                                              where sft.id = _r8.shift_id
                                            )
                                          )
                                        )
                                      )
                                    )::text,
                                    -1
                                  )
                                from stand_in _r8
                                where
                                  (
                                    _r8."signup_id" = _l2.id
                                    and (
                                      (
                                        (
                                          (
                                            select
                                              (
                                                sft.school_id is null
                                                and sft.district_id = any ($2::uuid[])
                                              )
                                            from shift sft
                                            where sft.id = _r8.shift_id
                                          )
                                          or (
                                            _r8.status = 'PENDING'
                                            and (
                                              select
                                                (
                                                  sft.school_id is not null
                                                  and sft.district_id = any ($2::uuid[])
                                                  and sft.status = 'SCHEDULED'
                                                  and sft.starts_at > $3::timestamptz
                                                  and not exists (
                                                    select 1
                                                    from
                                                      staff_assignment asg
                                                      join staff stf on stf.id = asg.staff_id
                                                    where
                                                      asg.ended_at is null
                                                      and asg.valid_from <= $4::date
                                                      and (
                                                        asg.valid_to is null
                                                        or asg.valid_to >= $4::date
                                                      )
                                                      and asg.school_id = sft.school_id
                                                      and (
                                                        asg.role = 'SCHOOL_ADMIN'
                                                        or asg.staff_id = (
                                                          select own.organiser_id
                                                          from volunteer_activity own
                                                          where own.id = sft.activity_id
                                                        )
                                                      )
                                                      and stf.person_id <> all (
                                                        array_remove(
                                                          array[
                                                            _r8.to_person_id,
                                                            (
                                                              select giv.person_id
                                                              from signup giv
                                                              where giv.id = _r8.signup_id
                                                            )
                                                          ],
                                                          null
                                                        )
                                                      )
                                                  )
                                                )
                                              from shift sft
                                              where sft.id = _r8.shift_id
                                            )
                                          )
                                        )
                                        and (
                                          _r8.status not in ('OFFERED', 'PENDING')
                                          or (
                                            (
                                              _l2.status not in ('PENDING', 'CONFIRMED')
                                              or (
                                                (
                                                  select sft.starts_at <= $3::timestamptz
                                                  from shift sft
                                                  where sft.id = _l2.shift_id
                                                )
                                                or exists (
                                                  select 1
                                                  from engagement res
                                                  where
                                                    res.source_id = _l2.id
                                                    and res.kind = 'SHIFT_SIGNUP'
                                                    and res.status = 'ACTIVE'
                                                    and (
                                                      res.rests_on is null
                                                      or res.rests_on && array(
                                                        select distinct
                                                          aky.key
                                                        from
                                                          guardianship gsh
                                                          join class_membership cms on cms.student_id = gsh.student_id
                                                          and cms.status = 'ACTIVE'
                                                          join school_class cls on cls.id = cms.school_class_id
                                                          join grade grd on grd.id = cls.grade_id
                                                          join school sch on sch.id = cls.school_id
                                                          join school_year scy on scy.id = cls.school_year_id
                                                          and $4::date between scy.starts_on and scy.ends_on
                                                          cross join lateral unnest(
                                                            array[
                                                              'class:' || cls.id,
                                                              'school:' || sch.id,
                                                              'school:' || sch.id || ':grade:' || grd.id,
                                                              'school:' || sch.id || ':stage:' || grd.stage,
                                                              'district:' || sch.district_id,
                                                              'district:' || sch.district_id || ':grade:' || grd.id,
                                                              'district:' || sch.district_id || ':stage:' || grd.stage
                                                            ]
                                                          ) as aky (key)
                                                        where
                                                          gsh.guardian_id = _l2.guardian_id
                                                          and gsh.status = 'ACTIVE'
                                                          and gsh.data_access
                                                          and gsh.valid_from <= $4::date
                                                          and (
                                                            gsh.valid_to is null
                                                            or gsh.valid_to >= $4::date
                                                          )
                                                      )
                                                    )
                                                )
                                                or (
                                                  select
                                                    exists (
                                                      select 1
                                                      from
                                                        guardianship tie
                                                        join student stu on stu.id = tie.student_id
                                                        and stu.left_on is null
                                                        join school sch on sch.id = stu.school_id
                                                      where
                                                        tie.guardian_id = _l2.guardian_id
                                                        and tie.status = 'ACTIVE'
                                                        and tie.data_access
                                                        and tie.valid_from <= $4::date
                                                        and (
                                                          tie.valid_to is null
                                                          or tie.valid_to >= $4::date
                                                        )
                                                        and (
                                                          sch.id = sft.school_id
                                                          or sft.school_id is null
                                                          and sch.district_id = sft.district_id
                                                        )
                                                        and not exists (
                                                          select 1
                                                          from
                                                            class_membership cms
                                                            join school_year scy on scy.id = cms.school_year_id
                                                          where
                                                            cms.student_id = stu.id
                                                            and cms.status = 'ACTIVE'
                                                            and $4::date between scy.starts_on and scy.ends_on
                                                        )
                                                    )
                                                  from shift sft
                                                  where sft.id = _l2.shift_id
                                                )
                                              )
                                              or exists (
                                                select 1
                                                from attendance att
                                                where
                                                  att.signup_id = _l2.id
                                                  and att.checked_in_at is not null
                                              )
                                            )
                                            and (
                                              (
                                                _r8.to_id is null
                                                or _r8.way = 'CODE'
                                                and _r8.status = 'OFFERED'
                                              )
                                              or (
                                                (
                                                  select sft.starts_at <= $3::timestamptz
                                                  from shift sft
                                                  where sft.id = _r8.shift_id
                                                )
                                                or (
                                                  select
                                                    exists (
                                                      select 1
                                                      from audience_target t
                                                      where
                                                        t.audience_id = aud.audience_id
                                                        and t.key = any (
                                                          array(
                                                            select distinct
                                                              aky.key
                                                            from
                                                              guardianship gsh
                                                              join class_membership cms on cms.student_id = gsh.student_id
                                                              and cms.status = 'ACTIVE'
                                                              join school_class cls on cls.id = cms.school_class_id
                                                              join grade grd on grd.id = cls.grade_id
                                                              join school sch on sch.id = cls.school_id
                                                              join school_year scy on scy.id = cls.school_year_id
                                                              and $4::date between scy.starts_on and scy.ends_on
                                                              cross join lateral unnest(
                                                                array[
                                                                  'class:' || cls.id,
                                                                  'school:' || sch.id,
                                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                                  'district:' || sch.district_id,
                                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                                ]
                                                              ) as aky (key)
                                                            where
                                                              gsh.guardian_id = _r8.to_id
                                                              and gsh.status = 'ACTIVE'
                                                              and gsh.data_access
                                                              and gsh.valid_from <= $4::date
                                                              and (
                                                                gsh.valid_to is null
                                                                or gsh.valid_to >= $4::date
                                                              )
                                                          )
                                                        )
                                                    )
                                                  from
                                                    shift ash
                                                    join volunteer_activity aud on aud.id = ash.activity_id
                                                  where ash.id = _r8.shift_id
                                                )
                                                or (
                                                  select
                                                    exists (
                                                      select 1
                                                      from
                                                        guardianship tie
                                                        join student stu on stu.id = tie.student_id
                                                        and stu.left_on is null
                                                        join school sch on sch.id = stu.school_id
                                                      where
                                                        tie.guardian_id = _r8.to_id
                                                        and tie.status = 'ACTIVE'
                                                        and tie.data_access
                                                        and tie.valid_from <= $4::date
                                                        and (
                                                          tie.valid_to is null
                                                          or tie.valid_to >= $4::date
                                                        )
                                                        and (
                                                          sch.id = sft.school_id
                                                          or sft.school_id is null
                                                          and sch.district_id = sft.district_id
                                                        )
                                                        and not exists (
                                                          select 1
                                                          from
                                                            class_membership cms
                                                            join school_year scy on scy.id = cms.school_year_id
                                                          where
                                                            cms.student_id = stu.id
                                                            and cms.status = 'ACTIVE'
                                                            and $4::date between scy.starts_on and scy.ends_on
                                                        )
                                                    )
                                                  from shift sft
                                                  where sft.id = _r8.shift_id
                                                )
                                              )
                                            )
                                          )
                                        )
                                      )
                                      or (
                                        (
                                          _r8.decided_by_id = $5::uuid
                                          and _r8.decided_for_district
                                        )
                                        and (
                                          select sft.district_id = any ($2::uuid[])
                                          from shift sft
                                          where sft.id = _r8.shift_id
                                        )
                                      )
                                    )
                                    and _r8.status in ('OFFERED', 'PENDING')
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r9."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r9.person_id
                                      )
                                    )::text,
                                    -1
                                  )
                                from signup _r9
                                where
                                  (
                                    _r9.id = _l2."stands_in_for_id"
                                    and (
                                      (
                                        (
                                          select
                                            (
                                              sft.school_id is null
                                              and sft.district_id = any ($2::uuid[])
                                            )
                                          from shift sft
                                          where sft.id = _r9.shift_id
                                        )
                                        and (
                                          _r9.status not in ('PENDING', 'CONFIRMED')
                                          or (
                                            (
                                              select sft.starts_at <= $3::timestamptz
                                              from shift sft
                                              where sft.id = _r9.shift_id
                                            )
                                            or exists (
                                              select 1
                                              from engagement res
                                              where
                                                res.source_id = _r9.id
                                                and res.kind = 'SHIFT_SIGNUP'
                                                and res.status = 'ACTIVE'
                                                and (
                                                  res.rests_on is null
                                                  or res.rests_on && array(
                                                    select distinct
                                                      aky.key
                                                    from
                                                      guardianship gsh
                                                      join class_membership cms on cms.student_id = gsh.student_id
                                                      and cms.status = 'ACTIVE'
                                                      join school_class cls on cls.id = cms.school_class_id
                                                      join grade grd on grd.id = cls.grade_id
                                                      join school sch on sch.id = cls.school_id
                                                      join school_year scy on scy.id = cls.school_year_id
                                                      and $4::date between scy.starts_on and scy.ends_on
                                                      cross join lateral unnest(
                                                        array[
                                                          'class:' || cls.id,
                                                          'school:' || sch.id,
                                                          'school:' || sch.id || ':grade:' || grd.id,
                                                          'school:' || sch.id || ':stage:' || grd.stage,
                                                          'district:' || sch.district_id,
                                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                                        ]
                                                      ) as aky (key)
                                                    where
                                                      gsh.guardian_id = _r9.guardian_id
                                                      and gsh.status = 'ACTIVE'
                                                      and gsh.data_access
                                                      and gsh.valid_from <= $4::date
                                                      and (
                                                        gsh.valid_to is null
                                                        or gsh.valid_to >= $4::date
                                                      )
                                                  )
                                                )
                                            )
                                            or (
                                              select
                                                exists (
                                                  select 1
                                                  from
                                                    guardianship tie
                                                    join student stu on stu.id = tie.student_id
                                                    and stu.left_on is null
                                                    join school sch on sch.id = stu.school_id
                                                  where
                                                    tie.guardian_id = _r9.guardian_id
                                                    and tie.status = 'ACTIVE'
                                                    and tie.data_access
                                                    and tie.valid_from <= $4::date
                                                    and (
                                                      tie.valid_to is null
                                                      or tie.valid_to >= $4::date
                                                    )
                                                    and (
                                                      sch.id = sft.school_id
                                                      or sft.school_id is null
                                                      and sch.district_id = sft.district_id
                                                    )
                                                    and not exists (
                                                      select 1
                                                      from
                                                        class_membership cms
                                                        join school_year scy on scy.id = cms.school_year_id
                                                      where
                                                        cms.student_id = stu.id
                                                        and cms.status = 'ACTIVE'
                                                        and $4::date between scy.starts_on and scy.ends_on
                                                    )
                                                )
                                              from shift sft
                                              where sft.id = _r9.shift_id
                                            )
                                          )
                                          or exists (
                                            select 1
                                            from attendance att
                                            where
                                              att.signup_id = _r9.id
                                              and att.checked_in_at is not null
                                          )
                                        )
                                      )
                                      or (
                                        (
                                          _r9.status in ('PENDING', 'CONFIRMED')
                                          and (
                                            _r9.status = 'PENDING'
                                            or _r9.cancel_requested_at is not null
                                          )
                                          and (
                                            select
                                              (
                                                sft.school_id is not null
                                                and sft.district_id = any ($2::uuid[])
                                                and sft.status = 'SCHEDULED'
                                                and sft.starts_at > $3::timestamptz
                                                and not exists (
                                                  select 1
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                    and asg.school_id = sft.school_id
                                                    and (
                                                      asg.role = 'SCHOOL_ADMIN'
                                                      or asg.staff_id = (
                                                        select own.organiser_id
                                                        from volunteer_activity own
                                                        where own.id = sft.activity_id
                                                      )
                                                    )
                                                    and stf.person_id <> all (array_remove(array[_r9.person_id], null))
                                                )
                                              )
                                            from shift sft
                                            where sft.id = _r9.shift_id
                                          )
                                        )
                                        and (
                                          _r9.status not in ('PENDING', 'CONFIRMED')
                                          or (
                                            (
                                              select sft.starts_at <= $3::timestamptz
                                              from shift sft
                                              where sft.id = _r9.shift_id
                                            )
                                            or exists (
                                              select 1
                                              from engagement res
                                              where
                                                res.source_id = _r9.id
                                                and res.kind = 'SHIFT_SIGNUP'
                                                and res.status = 'ACTIVE'
                                                and (
                                                  res.rests_on is null
                                                  or res.rests_on && array(
                                                    select distinct
                                                      aky.key
                                                    from
                                                      guardianship gsh
                                                      join class_membership cms on cms.student_id = gsh.student_id
                                                      and cms.status = 'ACTIVE'
                                                      join school_class cls on cls.id = cms.school_class_id
                                                      join grade grd on grd.id = cls.grade_id
                                                      join school sch on sch.id = cls.school_id
                                                      join school_year scy on scy.id = cls.school_year_id
                                                      and $4::date between scy.starts_on and scy.ends_on
                                                      cross join lateral unnest(
                                                        array[
                                                          'class:' || cls.id,
                                                          'school:' || sch.id,
                                                          'school:' || sch.id || ':grade:' || grd.id,
                                                          'school:' || sch.id || ':stage:' || grd.stage,
                                                          'district:' || sch.district_id,
                                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                                        ]
                                                      ) as aky (key)
                                                    where
                                                      gsh.guardian_id = _r9.guardian_id
                                                      and gsh.status = 'ACTIVE'
                                                      and gsh.data_access
                                                      and gsh.valid_from <= $4::date
                                                      and (
                                                        gsh.valid_to is null
                                                        or gsh.valid_to >= $4::date
                                                      )
                                                  )
                                                )
                                            )
                                            or (
                                              select
                                                exists (
                                                  select 1
                                                  from
                                                    guardianship tie
                                                    join student stu on stu.id = tie.student_id
                                                    and stu.left_on is null
                                                    join school sch on sch.id = stu.school_id
                                                  where
                                                    tie.guardian_id = _r9.guardian_id
                                                    and tie.status = 'ACTIVE'
                                                    and tie.data_access
                                                    and tie.valid_from <= $4::date
                                                    and (
                                                      tie.valid_to is null
                                                      or tie.valid_to >= $4::date
                                                    )
                                                    and (
                                                      sch.id = sft.school_id
                                                      or sft.school_id is null
                                                      and sch.district_id = sft.district_id
                                                    )
                                                    and not exists (
                                                      select 1
                                                      from
                                                        class_membership cms
                                                        join school_year scy on scy.id = cms.school_year_id
                                                      where
                                                        cms.student_id = stu.id
                                                        and cms.status = 'ACTIVE'
                                                        and $4::date between scy.starts_on and scy.ends_on
                                                    )
                                                )
                                              from shift sft
                                              where sft.id = _r9.shift_id
                                            )
                                          )
                                          or exists (
                                            select 1
                                            from attendance att
                                            where
                                              att.signup_id = _r9.id
                                              and att.checked_in_at is not null
                                          )
                                        )
                                      )
                                      or (
                                        _r9.status = 'CONFIRMED'
                                        and (
                                          select
                                            (
                                              sft.school_id is not null
                                              and sft.district_id = any ($2::uuid[])
                                              and sft.status = 'SCHEDULED'
                                              and sft.starts_at <= $3::timestamptz
                                              and not exists (
                                                select 1
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                                  and asg.school_id = sft.school_id
                                                  and (
                                                    asg.role = 'SCHOOL_ADMIN'
                                                    or asg.staff_id = (
                                                      select own.organiser_id
                                                      from volunteer_activity own
                                                      where own.id = sft.activity_id
                                                    )
                                                  )
                                                  and stf.person_id <> all (array_remove(array[_r9.person_id], null))
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _r9.shift_id
                                        )
                                      )
                                      or (
                                        (
                                          _r9.decided_by_id = $5::uuid
                                          and _r9.decided_for_district
                                          or _r9.cancel_decided_by_id = $5::uuid
                                          and _r9.cancel_decided_for_district
                                        )
                                        and (
                                          select sft.district_id = any ($2::uuid[])
                                          from shift sft
                                          where sft.id = _r9.shift_id
                                        )
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."signed_up_at"::text || '",' || right(
                                json_build_array(
                                  (
                                    select per.name
                                    from person per
                                    where per.id = _l2.person_id
                                  ),
                                  (
                                    select per.phone
                                    from person per
                                    where per.id = _l2.person_id
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) filter (
                            where _l2._n <= $7::int
                          ) || ']',
                          case
                            when (
                              (
                                _r0.school_id is null
                                and _r0.district_id = any ($2::uuid[])
                              )
                            ) is not true then 'false'
                            else 'null'
                          end
                        ) || ',' || (count(*) > $7::int)::text || ']'
                      from
                        (
                          select
                            _l2.*,
                            row_number() over () as _n
                          from
                            (
                              select _l2.*
                              from signup _l2
                              where
                                (
                                  _l2."role_id" = _l1.id
                                  and (
                                    (
                                      (
                                        select
                                          (
                                            sft.school_id is null
                                            and sft.district_id = any ($2::uuid[])
                                          )
                                        from shift sft
                                        where sft.id = _l2.shift_id
                                      )
                                      and (
                                        _l2.status not in ('PENDING', 'CONFIRMED')
                                        or (
                                          (
                                            select sft.starts_at <= $3::timestamptz
                                            from shift sft
                                            where sft.id = _l2.shift_id
                                          )
                                          or exists (
                                            select 1
                                            from engagement res
                                            where
                                              res.source_id = _l2.id
                                              and res.kind = 'SHIFT_SIGNUP'
                                              and res.status = 'ACTIVE'
                                              and (
                                                res.rests_on is null
                                                or res.rests_on && array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $4::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _l2.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $4::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $4::date
                                                    )
                                                )
                                              )
                                          )
                                          or (
                                            select
                                              exists (
                                                select 1
                                                from
                                                  guardianship tie
                                                  join student stu on stu.id = tie.student_id
                                                  and stu.left_on is null
                                                  join school sch on sch.id = stu.school_id
                                                where
                                                  tie.guardian_id = _l2.guardian_id
                                                  and tie.status = 'ACTIVE'
                                                  and tie.data_access
                                                  and tie.valid_from <= $4::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $4::date
                                                  )
                                                  and (
                                                    sch.id = sft.school_id
                                                    or sft.school_id is null
                                                    and sch.district_id = sft.district_id
                                                  )
                                                  and not exists (
                                                    select 1
                                                    from
                                                      class_membership cms
                                                      join school_year scy on scy.id = cms.school_year_id
                                                    where
                                                      cms.student_id = stu.id
                                                      and cms.status = 'ACTIVE'
                                                      and $4::date between scy.starts_on and scy.ends_on
                                                  )
                                              )
                                            from shift sft
                                            where sft.id = _l2.shift_id
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from attendance att
                                          where
                                            att.signup_id = _l2.id
                                            and att.checked_in_at is not null
                                        )
                                      )
                                    )
                                    or (
                                      (
                                        _l2.status in ('PENDING', 'CONFIRMED')
                                        and (
                                          _l2.status = 'PENDING'
                                          or _l2.cancel_requested_at is not null
                                        )
                                        and (
                                          select
                                            (
                                              sft.school_id is not null
                                              and sft.district_id = any ($2::uuid[])
                                              and sft.status = 'SCHEDULED'
                                              and sft.starts_at > $3::timestamptz
                                              and not exists (
                                                select 1
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                                  and asg.school_id = sft.school_id
                                                  and (
                                                    asg.role = 'SCHOOL_ADMIN'
                                                    or asg.staff_id = (
                                                      select own.organiser_id
                                                      from volunteer_activity own
                                                      where own.id = sft.activity_id
                                                    )
                                                  )
                                                  and stf.person_id <> all (array_remove(array[_l2.person_id], null))
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                      )
                                      and (
                                        _l2.status not in ('PENDING', 'CONFIRMED')
                                        or (
                                          (
                                            select sft.starts_at <= $3::timestamptz
                                            from shift sft
                                            where sft.id = _l2.shift_id
                                          )
                                          or exists (
                                            select 1
                                            from engagement res
                                            where
                                              res.source_id = _l2.id
                                              and res.kind = 'SHIFT_SIGNUP'
                                              and res.status = 'ACTIVE'
                                              and (
                                                res.rests_on is null
                                                or res.rests_on && array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $4::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _l2.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $4::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $4::date
                                                    )
                                                )
                                              )
                                          )
                                          or (
                                            select
                                              exists (
                                                select 1
                                                from
                                                  guardianship tie
                                                  join student stu on stu.id = tie.student_id
                                                  and stu.left_on is null
                                                  join school sch on sch.id = stu.school_id
                                                where
                                                  tie.guardian_id = _l2.guardian_id
                                                  and tie.status = 'ACTIVE'
                                                  and tie.data_access
                                                  and tie.valid_from <= $4::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $4::date
                                                  )
                                                  and (
                                                    sch.id = sft.school_id
                                                    or sft.school_id is null
                                                    and sch.district_id = sft.district_id
                                                  )
                                                  and not exists (
                                                    select 1
                                                    from
                                                      class_membership cms
                                                      join school_year scy on scy.id = cms.school_year_id
                                                    where
                                                      cms.student_id = stu.id
                                                      and cms.status = 'ACTIVE'
                                                      and $4::date between scy.starts_on and scy.ends_on
                                                  )
                                              )
                                            from shift sft
                                            where sft.id = _l2.shift_id
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from attendance att
                                          where
                                            att.signup_id = _l2.id
                                            and att.checked_in_at is not null
                                        )
                                      )
                                    )
                                    or (
                                      _l2.status = 'CONFIRMED'
                                      and (
                                        select
                                          (
                                            sft.school_id is not null
                                            and sft.district_id = any ($2::uuid[])
                                            and sft.status = 'SCHEDULED'
                                            and sft.starts_at <= $3::timestamptz
                                            and not exists (
                                              select 1
                                              from
                                                staff_assignment asg
                                                join staff stf on stf.id = asg.staff_id
                                              where
                                                asg.ended_at is null
                                                and asg.valid_from <= $4::date
                                                and (
                                                  asg.valid_to is null
                                                  or asg.valid_to >= $4::date
                                                )
                                                and asg.school_id = sft.school_id
                                                and (
                                                  asg.role = 'SCHOOL_ADMIN'
                                                  or asg.staff_id = (
                                                    select own.organiser_id
                                                    from volunteer_activity own
                                                    where own.id = sft.activity_id
                                                  )
                                                )
                                                and stf.person_id <> all (array_remove(array[_l2.person_id], null))
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _l2.shift_id
                                      )
                                    )
                                    or (
                                      (
                                        _l2.decided_by_id = $5::uuid
                                        and _l2.decided_for_district
                                        or _l2.cancel_decided_by_id = $5::uuid
                                        and _l2.cancel_decided_for_district
                                      )
                                      and (
                                        select sft.district_id = any ($2::uuid[])
                                        from shift sft
                                        where sft.id = _l2.shift_id
                                      )
                                    )
                                  )
                                  and _l2."status" = any ($8::text[])
                                  and (
                                    (
                                      _r0.school_id is null
                                      and _r0.district_id = any ($2::uuid[])
                                    )
                                    or (
                                      (
                                        (
                                          _r0.school_id is null
                                          and _r0.district_id = any ($2::uuid[])
                                        )
                                        or _r0.district_id = any ($2::uuid[])
                                      )
                                    ) is not true
                                  )
                                )
                              order by
                                _l2."signed_up_at" desc,
                                _l2."id" desc
                              limit ($7::int + 1)
                            ) _l2
                        ) _l2
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select 'null'
                                from guardian _r10
                                where false
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l3."id"::text || '","' || _l3."status"::text || '",' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l3.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l3.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l3.priority, _l3.joined_at, _l3.sequence)
                                      )
                                    end
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l3.*
                            from waitlist_entry _l3
                            where
                              (
                                _l3."role_id" = _l1.id
                                and (
                                  (
                                    select
                                      (
                                        sft.school_id is null
                                        and sft.district_id = any ($2::uuid[])
                                      )
                                    from shift sft
                                    where sft.id = _l3.shift_id
                                  )
                                  and (
                                    _l3.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $3::timestamptz
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from audience_target t
                                            where
                                              t.audience_id = aud.audience_id
                                              and t.key = any (
                                                array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $4::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _l3.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $4::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $4::date
                                                    )
                                                )
                                              )
                                          )
                                        from
                                          shift ash
                                          join volunteer_activity aud on aud.id = ash.activity_id
                                        where ash.id = _l3.shift_id
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = _l3.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $4::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $4::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select 1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $4::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                    )
                                  )
                                )
                                and _l3."status" = any ($9::text[])
                                and (
                                  (
                                    _r0.school_id is null
                                    and _r0.district_id = any ($2::uuid[])
                                  )
                                  or (
                                    (
                                      (
                                        _r0.school_id is null
                                        and _r0.district_id = any ($2::uuid[])
                                      )
                                      or _r0.district_id = any ($2::uuid[])
                                    )
                                  ) is not true
                                )
                              )
                            order by
                              _l3."priority" asc,
                              _l3."joined_at" asc,
                              _l3."sequence" asc,
                              _l3."id" asc
                            limit $10::int
                          ) _l3
                      ),
                      case
                        when (
                          (
                            _r0.school_id is null
                            and _r0.district_id = any ($2::uuid[])
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."capacity"::text || ',' || _l1."minimum"::text || ',' || _l1."places_taken"::text || ',' || _l1."approval_required"::text || ',' || right(json_build_array(_l1."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_role _l1
                    where
                      (
                        _l1."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l1."ordinal" asc,
                      _l1."id" asc
                    limit $11::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(
                json_build_array(
                  _r0."place",
                  (
                    select
                      json_build_object(
                        'taken',
                        coalesce(sum(rol.places_taken), 0),
                        'capacity',
                        coalesce(sum(rol.capacity), 0),
                        'shortBy',
                        coalesce(sum(greatest(rol.minimum - rol.places_taken, 0)), 0),
                        'withheld',
                        coalesce(bool_or(false), false)
                      )
                    from shift_role rol
                    where rol.shift_id = _r0.id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($12::uuid[])
            and _r0.district_id = any ($2::uuid[])
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Query.shift (Shift)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from shift _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.shift (Shift)
-- _r1: Shift.signupCount
-- _r2: Shift.activity
-- _r3: VolunteerActivity.organiser
-- _l0: Shift.missing
-- _l1: Shift.roles
-- _r4: ShiftRole.confirmedCount
-- _l2: ShiftRole.signups
-- _r5: Signup.guardian
-- _r6: Signup.household
-- _r7: Signup.attendance
-- _r8: Signup.standIn
-- _r9: Signup.standsInFor
-- _l3: ShiftRole.waitlistEntries
-- _r10: WaitlistEntry.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                          or (
                            _r0.published_at is not null
                            and (
                              (
                                _r0.school_id = any ($4::uuid[])
                                or (
                                  _r0.school_id is null
                                  and _r0.district_id = any ($5::uuid[])
                                )
                              )
                              or _r0.school_id = any ($2::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      (
                        (
                          _r1.guardian_id = $6::uuid
                          and (
                            _r1.status in ('CANCELLED', 'REJECTED')
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && $7::text[]
                                )
                            )
                            or _r0.starts_at <= $8::timestamptz
                          )
                        )
                        or (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                          and (
                            _r1.status not in ('PENDING', 'CONFIRMED')
                            or (
                              _r0.starts_at <= $8::timestamptz
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r1.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $9::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _r1.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $9::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $9::date
                                        )
                                    )
                                  )
                              )
                              or exists (
                                select 1
                                from
                                  guardianship tie
                                  join student stu on stu.id = tie.student_id
                                  and stu.left_on is null
                                  join school sch on sch.id = stu.school_id
                                where
                                  tie.guardian_id = _r1.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $9::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $9::date
                                  )
                                  and (
                                    sch.id = _r0.school_id
                                    or _r0.school_id is null
                                    and sch.district_id = _r0.district_id
                                  )
                                  and not exists (
                                    select 1
                                    from
                                      class_membership cms
                                      join school_year scy on scy.id = cms.school_year_id
                                    where
                                      cms.student_id = stu.id
                                      and cms.status = 'ACTIVE'
                                      and $9::date between scy.starts_on and scy.ends_on
                                  )
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r1.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                      )
                      or (
                        (
                          _r0.published_at is not null
                          and (
                            (
                              _r0.school_id = any ($4::uuid[])
                              or (
                                _r0.school_id is null
                                and _r0.district_id = any ($5::uuid[])
                              )
                            )
                            or _r0.school_id = any ($2::uuid[])
                          )
                        )
                        and (
                          _r1.status not in ('PENDING', 'CONFIRMED')
                          or (
                            _r0.starts_at <= $8::timestamptz
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r1.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $9::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r1.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $9::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $9::date
                                      )
                                  )
                                )
                            )
                            or exists (
                              select 1
                              from
                                guardianship tie
                                join student stu on stu.id = tie.student_id
                                and stu.left_on is null
                                join school sch on sch.id = stu.school_id
                              where
                                tie.guardian_id = _r1.guardian_id
                                and tie.status = 'ACTIVE'
                                and tie.data_access
                                and tie.valid_from <= $9::date
                                and (
                                  tie.valid_to is null
                                  or tie.valid_to >= $9::date
                                )
                                and (
                                  sch.id = _r0.school_id
                                  or _r0.school_id is null
                                  and sch.district_id = _r0.district_id
                                )
                                and not exists (
                                  select 1
                                  from
                                    class_membership cms
                                    join school_year scy on scy.id = cms.school_year_id
                                  where
                                    cms.student_id = stu.id
                                    and cms.status = 'ACTIVE'
                                    and $9::date between scy.starts_on and scy.ends_on
                                )
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r1.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and (
                      _r1.status in ('PENDING', 'CONFIRMED')
                      and (
                        _r1.status not in ('PENDING', 'CONFIRMED')
                        or (
                          _r0.starts_at <= $8::timestamptz
                          or exists (
                            select 1
                            from engagement res
                            where
                              res.source_id = _r1.id
                              and res.kind = 'SHIFT_SIGNUP'
                              and res.status = 'ACTIVE'
                              and (
                                res.rests_on is null
                                or res.rests_on && array(
                                  select distinct
                                    aky.key
                                  from
                                    guardianship gsh
                                    join class_membership cms on cms.student_id = gsh.student_id
                                    and cms.status = 'ACTIVE'
                                    join school_class cls on cls.id = cms.school_class_id
                                    join grade grd on grd.id = cls.grade_id
                                    join school sch on sch.id = cls.school_id
                                    join school_year scy on scy.id = cls.school_year_id
                                    and $9::date between scy.starts_on and scy.ends_on
                                    cross join lateral unnest(
                                      array[
                                        'class:' || cls.id,
                                        'school:' || sch.id,
                                        'school:' || sch.id || ':grade:' || grd.id,
                                        'school:' || sch.id || ':stage:' || grd.stage,
                                        'district:' || sch.district_id,
                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                      ]
                                    ) as aky (key)
                                  where
                                    gsh.guardian_id = _r1.guardian_id
                                    and gsh.status = 'ACTIVE'
                                    and gsh.data_access
                                    and gsh.valid_from <= $9::date
                                    and (
                                      gsh.valid_to is null
                                      or gsh.valid_to >= $9::date
                                    )
                                )
                              )
                          )
                          or exists (
                            select 1
                            from
                              guardianship tie
                              join student stu on stu.id = tie.student_id
                              and stu.left_on is null
                              join school sch on sch.id = stu.school_id
                            where
                              tie.guardian_id = _r1.guardian_id
                              and tie.status = 'ACTIVE'
                              and tie.data_access
                              and tie.valid_from <= $9::date
                              and (
                                tie.valid_to is null
                                or tie.valid_to >= $9::date
                              )
                              and (
                                sch.id = _r0.school_id
                                or _r0.school_id is null
                                and sch.district_id = _r0.district_id
                              )
                              and not exists (
                                select 1
                                from
                                  class_membership cms
                                  join school_year scy on scy.id = cms.school_year_id
                                where
                                  cms.student_id = stu.id
                                  and cms.status = 'ACTIVE'
                                  and $9::date between scy.starts_on and scy.ends_on
                              )
                          )
                        )
                        or exists (
                          select 1
                          from attendance att
                          where
                            att.signup_id = _r1.id
                            and att.checked_in_at is not null
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r3."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r3.id = $3::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r3.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $9::date)
                                        )
                                        and (
                                          asg.school_class_id = any ($10::uuid[])
                                          or asg.school_id = any ($2::uuid[])
                                        )
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and (
                                            asg.school_class_id = any ($10::uuid[])
                                            or asg.school_id = any ($2::uuid[])
                                          )
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r3.person_id
                            ),
                            _r3."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r3
                      where
                        (
                          _r3.id = _r2."organiser_id"
                          and (
                            _r3.id = $3::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r3.id
                                and a.school_class_id = any ($10::uuid[])
                            )
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r3.id
                                and a.school_id = any ($2::uuid[])
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _r2."id"::text || '","' || _r2."kind"::text || '",' || right(json_build_array(_r2."title")::text, -1))
                from volunteer_activity _r2
                where
                  (
                    _r2.id = _r0."activity_id"
                    and (
                      (
                        _r2.published_at is not null
                        and (
                          _r2.school_id = any ($4::uuid[])
                          or (
                            _r2.school_id is null
                            and _r2.district_id = any ($5::uuid[])
                          )
                        )
                      )
                      or (
                        _r2.school_id = any ($2::uuid[])
                        and (
                          _r2.published_at is not null
                          or _r2.organiser_id = $3::uuid
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || right(
                      json_build_array(
                        (
                          select per.name
                          from person per
                          where per.id = _l0.person_id
                        ),
                        (
                          select per.phone
                          from person per
                          where per.id = _l0.person_id
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from signup _l0
                    where
                      (
                        _l0.shift_id = _r0.id
                        and _r0.starts_at <= $8::timestamptz
                        and _r0.status = 'SCHEDULED'
                        and _l0.status = 'CONFIRMED'
                        and not exists (
                          select 1
                          from attendance att
                          where att.signup_id = _l0.id
                        )
                        and exists (
                          select 1
                          from engagement res
                          where
                            res.source_id = _l0.id
                            and res.kind = 'SHIFT_SIGNUP'
                            and res.status = 'ACTIVE'
                            and (
                              res.rests_on is null
                              or res.rests_on && array(
                                select distinct
                                  aky.key
                                from
                                  guardianship gsh
                                  join class_membership cms on cms.student_id = gsh.student_id
                                  and cms.status = 'ACTIVE'
                                  join school_class cls on cls.id = cms.school_class_id
                                  join grade grd on grd.id = cls.grade_id
                                  join school sch on sch.id = cls.school_id
                                  join school_year scy on scy.id = cls.school_year_id
                                  and $9::date between scy.starts_on and scy.ends_on
                                  cross join lateral unnest(
                                    array[
                                      'class:' || cls.id,
                                      'school:' || sch.id,
                                      'school:' || sch.id || ':grade:' || grd.id,
                                      'school:' || sch.id || ':stage:' || grd.stage,
                                      'district:' || sch.district_id,
                                      'district:' || sch.district_id || ':grade:' || grd.id,
                                      'district:' || sch.district_id || ':stage:' || grd.stage
                                    ]
                                  ) as aky (key)
                                where
                                  gsh.guardian_id = _l0.guardian_id
                                  and gsh.status = 'ACTIVE'
                                  and gsh.data_access
                                  and gsh.valid_from <= $9::date
                                  and (
                                    gsh.valid_to is null
                                    or gsh.valid_to >= $9::date
                                  )
                              )
                            )
                        )
                        and (
                          (
                            _l0.guardian_id = $6::uuid
                            and (
                              _l0.status in ('CANCELLED', 'REJECTED')
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _l0.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && $7::text[]
                                  )
                              )
                              or (
                                select sft.starts_at <= $8::timestamptz
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                            )
                          )
                          or (
                            (
                              select
                                (
                                  sft.school_id = any ($2::uuid[])
                                  and (
                                    select act.organiser_id = $3::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and (
                              _l0.status not in ('PENDING', 'CONFIRMED')
                              or (
                                (
                                  select sft.starts_at <= $8::timestamptz
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _l0.id
                                    and res.kind = 'SHIFT_SIGNUP'
                                    and res.status = 'ACTIVE'
                                    and (
                                      res.rests_on is null
                                      or res.rests_on && array(
                                        select distinct
                                          aky.key
                                        from
                                          guardianship gsh
                                          join class_membership cms on cms.student_id = gsh.student_id
                                          and cms.status = 'ACTIVE'
                                          join school_class cls on cls.id = cms.school_class_id
                                          join grade grd on grd.id = cls.grade_id
                                          join school sch on sch.id = cls.school_id
                                          join school_year scy on scy.id = cls.school_year_id
                                          and $9::date between scy.starts_on and scy.ends_on
                                          cross join lateral unnest(
                                            array[
                                              'class:' || cls.id,
                                              'school:' || sch.id,
                                              'school:' || sch.id || ':grade:' || grd.id,
                                              'school:' || sch.id || ':stage:' || grd.stage,
                                              'district:' || sch.district_id,
                                              'district:' || sch.district_id || ':grade:' || grd.id,
                                              'district:' || sch.district_id || ':stage:' || grd.stage
                                            ]
                                          ) as aky (key)
                                        where
                                          gsh.guardian_id = _l0.guardian_id
                                          and gsh.status = 'ACTIVE'
                                          and gsh.data_access
                                          and gsh.valid_from <= $9::date
                                          and (
                                            gsh.valid_to is null
                                            or gsh.valid_to >= $9::date
                                          )
                                      )
                                    )
                                )
                                or (
                                  select
                                    exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _l0.guardian_id
                                        and tie.status = 'ACTIVE'
                                        and tie.data_access
                                        and tie.valid_from <= $9::date
                                        and (
                                          tie.valid_to is null
                                          or tie.valid_to >= $9::date
                                        )
                                        and (
                                          sch.id = sft.school_id
                                          or sft.school_id is null
                                          and sch.district_id = sft.district_id
                                        )
                                        and not exists (
                                          select 1
                                          from
                                            class_membership cms
                                            join school_year scy on scy.id = cms.school_year_id
                                          where
                                            cms.student_id = stu.id
                                            and cms.status = 'ACTIVE'
                                            and $9::date between scy.starts_on and scy.ends_on
                                        )
                                    )
                                  from shift sft
                                  where sft.id = _l0.shift_id
                                )
                              )
                              or exists (
                                select 1
                                from attendance att
                                where
                                  att.signup_id = _l0.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."signed_up_at" desc,
                      _l0."id" desc
                    limit $11::int
                  ) _l0
              ),
              case
                when (
                  (
                    _r0.school_id = any ($2::uuid[])
                    and (
                      select act.organiser_id = $3::uuid
                      from volunteer_activity act
                      where act.id = _r0.activity_id
                    )
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _r0.school_id = any ($2::uuid[])
                                    and (
                                      select act.organiser_id = $3::uuid
                                      from volunteer_activity act
                                      where act.id = _r0.activity_id
                                    )
                                  )
                                  or (
                                    _r0.published_at is not null
                                    and (
                                      (
                                        _r0.school_id = any ($4::uuid[])
                                        or (
                                          _r0.school_id is null
                                          and _r0.district_id = any ($5::uuid[])
                                        )
                                      )
                                      or _r0.school_id = any ($2::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from signup _r4
                        where
                          (
                            _r4."role_id" = _l1.id
                            and (
                              (
                                (
                                  _r4.guardian_id = $6::uuid
                                  and (
                                    _r4.status in ('CANCELLED', 'REJECTED')
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && $7::text[]
                                        )
                                    )
                                    or (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                )
                                or (
                                  (
                                    select
                                      (
                                        sft.school_id = any ($2::uuid[])
                                        and (
                                          select act.organiser_id = $3::uuid
                                          from volunteer_activity act
                                          where act.id = sft.activity_id
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                  and (
                                    _r4.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      (
                                        select sft.starts_at <= $8::timestamptz
                                        from shift sft
                                        where sft.id = _r4.shift_id
                                      )
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = _r4.id
                                          and res.kind = 'SHIFT_SIGNUP'
                                          and res.status = 'ACTIVE'
                                          and (
                                            res.rests_on is null
                                            or res.rests_on && array(
                                              select distinct
                                                aky.key
                                              from
                                                guardianship gsh
                                                join class_membership cms on cms.student_id = gsh.student_id
                                                and cms.status = 'ACTIVE'
                                                join school_class cls on cls.id = cms.school_class_id
                                                join grade grd on grd.id = cls.grade_id
                                                join school sch on sch.id = cls.school_id
                                                join school_year scy on scy.id = cls.school_year_id
                                                and $9::date between scy.starts_on and scy.ends_on
                                                cross join lateral unnest(
                                                  array[
                                                    'class:' || cls.id,
                                                    'school:' || sch.id,
                                                    'school:' || sch.id || ':grade:' || grd.id,
                                                    'school:' || sch.id || ':stage:' || grd.stage,
                                                    'district:' || sch.district_id,
                                                    'district:' || sch.district_id || ':grade:' || grd.id,
                                                    'district:' || sch.district_id || ':stage:' || grd.stage
                                                  ]
                                                ) as aky (key)
                                              where
                                                gsh.guardian_id = _r4.guardian_id
                                                and gsh.status = 'ACTIVE'
                                                and gsh.data_access
                                                and gsh.valid_from <= $9::date
                                                and (
                                                  gsh.valid_to is null
                                                  or gsh.valid_to >= $9::date
                                                )
                                            )
                                          )
                                      )
                                      or (
                                        select
                                          exists (
                                            select 1
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                              and stu.left_on is null
                                              join school sch on sch.id = stu.school_id
                                            where
                                              tie.guardian_id = _r4.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $9::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $9::date
                                              )
                                              and (
                                                sch.id = sft.school_id
                                                or sft.school_id is null
                                                and sch.district_id = sft.district_id
                                              )
                                              and not exists (
                                                select 1
                                                from
                                                  class_membership cms
                                                  join school_year scy on scy.id = cms.school_year_id
                                                where
                                                  cms.student_id = stu.id
                                                  and cms.status = 'ACTIVE'
                                                  and $9::date between scy.starts_on and scy.ends_on
                                              )
                                          )
                                        from shift sft
                                        where sft.id = _r4.shift_id
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = _r4.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                )
                              )
                              or (
                                (
                                  select
                                    (
                                      sft.published_at is not null
                                      and (
                                        (
                                          sft.school_id = any ($4::uuid[])
                                          or (
                                            sft.school_id is null
                                            and sft.district_id = any ($5::uuid[])
                                          )
                                        )
                                        or sft.school_id = any ($2::uuid[])
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _r4.shift_id
                                )
                                and (
                                  _r4.status not in ('PENDING', 'CONFIRMED')
                                  or (
                                    (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                    or exists (
                                      select 1
                                      from engagement res
                                      where
                                        res.source_id = _r4.id
                                        and res.kind = 'SHIFT_SIGNUP'
                                        and res.status = 'ACTIVE'
                                        and (
                                          res.rests_on is null
                                          or res.rests_on && array(
                                            select distinct
                                              aky.key
                                            from
                                              guardianship gsh
                                              join class_membership cms on cms.student_id = gsh.student_id
                                              and cms.status = 'ACTIVE'
                                              join school_class cls on cls.id = cms.school_class_id
                                              join grade grd on grd.id = cls.grade_id
                                              join school sch on sch.id = cls.school_id
                                              join school_year scy on scy.id = cls.school_year_id
                                              and $9::date between scy.starts_on and scy.ends_on
                                              cross join lateral unnest(
                                                array[
                                                  'class:' || cls.id,
                                                  'school:' || sch.id,
                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                  'district:' || sch.district_id,
                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                ]
                                              ) as aky (key)
                                            where
                                              gsh.guardian_id = _r4.guardian_id
                                              and gsh.status = 'ACTIVE'
                                              and gsh.data_access
                                              and gsh.valid_from <= $9::date
                                              and (
                                                gsh.valid_to is null
                                                or gsh.valid_to >= $9::date
                                              )
                                          )
                                        )
                                    )
                                    or (
                                      select
                                        exists (
                                          select 1
                                          from
                                            guardianship tie
                                            join student stu on stu.id = tie.student_id
                                            and stu.left_on is null
                                            join school sch on sch.id = stu.school_id
                                          where
                                            tie.guardian_id = _r4.guardian_id
                                            and tie.status = 'ACTIVE'
                                            and tie.data_access
                                            and tie.valid_from <= $9::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $9::date
                                            )
                                            and (
                                              sch.id = sft.school_id
                                              or sft.school_id is null
                                              and sch.district_id = sft.district_id
                                            )
                                            and not exists (
                                              select 1
                                              from
                                                class_membership cms
                                                join school_year scy on scy.id = cms.school_year_id
                                              where
                                                cms.student_id = stu.id
                                                and cms.status = 'ACTIVE'
                                                and $9::date between scy.starts_on and scy.ends_on
                                            )
                                        )
                                      from shift sft
                                      where sft.id = _r4.shift_id
                                    )
                                  )
                                  or exists (
                                    select 1
                                    from attendance att
                                    where
                                      att.signup_id = _r4.id
                                      and att.checked_in_at is not null
                                  )
                                )
                              )
                            )
                            and (
                              _r4.status = 'CONFIRMED'
                              and (
                                _r4.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  (
                                    select sft.starts_at <= $8::timestamptz
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _r4.id
                                      and res.kind = 'SHIFT_SIGNUP'
                                      and res.status = 'ACTIVE'
                                      and (
                                        res.rests_on is null
                                        or res.rests_on && array(
                                          select distinct
                                            aky.key
                                          from
                                            guardianship gsh
                                            join class_membership cms on cms.student_id = gsh.student_id
                                            and cms.status = 'ACTIVE'
                                            join school_class cls on cls.id = cms.school_class_id
                                            join grade grd on grd.id = cls.grade_id
                                            join school sch on sch.id = cls.school_id
                                            join school_year scy on scy.id = cls.school_year_id
                                            and $9::date between scy.starts_on and scy.ends_on
                                            cross join lateral unnest(
                                              array[
                                                'class:' || cls.id,
                                                'school:' || sch.id,
                                                'school:' || sch.id || ':grade:' || grd.id,
                                                'school:' || sch.id || ':stage:' || grd.stage,
                                                'district:' || sch.district_id,
                                                'district:' || sch.district_id || ':grade:' || grd.id,
                                                'district:' || sch.district_id || ':stage:' || grd.stage
                                              ]
                                            ) as aky (key)
                                          where
                                            gsh.guardian_id = _r4.guardian_id
                                            and gsh.status = 'ACTIVE'
                                            and gsh.data_access
                                            and gsh.valid_from <= $9::date
                                            and (
                                              gsh.valid_to is null
                                              or gsh.valid_to >= $9::date
                                            )
                                        )
                                      )
                                  )
                                  or (
                                    select
                                      exists (
                                        select 1
                                        from
                                          guardianship tie
                                          join student stu on stu.id = tie.student_id
                                          and stu.left_on is null
                                          join school sch on sch.id = stu.school_id
                                        where
                                          tie.guardian_id = _r4.guardian_id
                                          and tie.status = 'ACTIVE'
                                          and tie.data_access
                                          and tie.valid_from <= $9::date
                                          and (
                                            tie.valid_to is null
                                            or tie.valid_to >= $9::date
                                          )
                                          and (
                                            sch.id = sft.school_id
                                            or sft.school_id is null
                                            and sch.district_id = sft.district_id
                                          )
                                          and not exists (
                                            select 1
                                            from
                                              class_membership cms
                                              join school_year scy on scy.id = cms.school_year_id
                                            where
                                              cms.student_id = stu.id
                                              and cms.status = 'ACTIVE'
                                              and $9::date between scy.starts_on and scy.ends_on
                                          )
                                      )
                                    from shift sft
                                    where sft.id = _r4.shift_id
                                  )
                                )
                                or exists (
                                  select 1
                                  from attendance att
                                  where
                                    att.signup_id = _r4.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      select
                        '[' || coalesce(
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r5."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r5.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r5.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($12::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($13::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r5
                                where
                                  (
                                    _r5.id = _l2."guardian_id"
                                    and (
                                      _r5.id = $6::uuid
                                      or _r5.id = any (
                                        array(
                                          select tie.guardian_id
                                          from
                                            household_student hst
                                            join household_guardian hgd on hgd.household_id = hst.household_id
                                            join guardianship tie on tie.guardian_id = hgd.guardian_id
                                            and tie.student_id = hst.student_id
                                          where
                                            hst.household_id = any ($14::uuid[])
                                            and hst.student_id = any ($15::uuid[])
                                            and tie.status = 'ACTIVE'
                                            and tie.valid_from <= $9::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $9::date
                                            )
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship g
                                          join class_membership m on m.student_id = g.student_id
                                        where
                                          g.guardian_id = _r5.id
                                          and g.status in ('ACTIVE', 'PENDING')
                                          and m.school_class_id = any ($13::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r6."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        coalesce(
                                          (
                                            select
                                              string_agg(
                                                stu.name,
                                                '、'
                                                order by stu.id
                                              )
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _r6.id
                                              and (
                                                stu.id = any ($15::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($13::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) || '家',
                                          '家庭'
                                        )
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _r6.id
                                              and (
                                                stu.school_id = any ($12::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($13::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from household _r6
                                where
                                  (
                                    _r6.id = _l2."household_id"
                                    and (
                                      _r6.id = any ($14::uuid[])
                                      or exists (
                                        select 1
                                        from
                                          household_student hs
                                          join class_membership m on m.student_id = hs.student_id
                                        where
                                          hs.household_id = _r6.id
                                          and m.school_class_id = any ($13::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '["' || _r7."id"::text || '",' || coalesce('"' || _r7."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r7."excused_at"::text || '"', 'null') || ']'
                                from attendance _r7
                                where
                                  (
                                    _r7."signup_id" = _l2.id
                                    and (
                                      _l2.guardian_id = $6::uuid
                                      or (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _r7.shift_id
                                      )
                                    )
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r8."id"::text || '","' || _r8."way"::text || '","' || _r8."status"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r8.to_person_id
                                      ),
                                      (
                                        (
                                          select
                                            (
                                              sft.school_id = any ($2::uuid[])
                                              and (
                                                select act.organiser_id = $3::uuid
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _r8.shift_id
                                        )
                                      )
                                    )::text,
                                    -1
                                  )
                                from stand_in _r8
                                where
                                  (
                                    _r8."signup_id" = _l2.id
                                    and (
                                      (
                                        _r8.to_id = $6::uuid
                                        and (
                                          (
                                            select
                                              (
                                                select
                                                  exists (
                                                    select 1
                                                    from audience_target t
                                                    where
                                                      t.audience_id = act.audience_id
                                                      and t.key = any ($7::text[])
                                                  )
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            from shift sft
                                            where sft.id = _r8.shift_id
                                          )
                                          or (
                                            _r8.status not in ('OFFERED', 'PENDING')
                                            and (
                                              select
                                                (
                                                  sft.school_id = any ($4::uuid[])
                                                  or (
                                                    sft.school_id is null
                                                    and sft.district_id = any ($5::uuid[])
                                                  )
                                                )
                                              from shift sft
                                              where sft.id = _r8.shift_id
                                            )
                                          )
                                          or (
                                            select sft.starts_at <= $8::timestamptz
                                            from shift sft
                                            where sft.id = _r8.shift_id
                                          )
                                        )
                                      )
                                      or (
                                        _l2.guardian_id = $6::uuid
                                        and (
                                          exists (
                                            select 1
                                            from engagement res
                                            where
                                              res.source_id = _r8.signup_id
                                              and res.kind = 'SHIFT_SIGNUP'
                                              and res.status = 'ACTIVE'
                                              and (
                                                res.rests_on is null
                                                or res.rests_on && $7::text[]
                                              )
                                          )
                                          or (
                                            (
                                              select
                                                (
                                                  select
                                                    exists (
                                                      select 1
                                                      from audience_target t
                                                      where
                                                        t.audience_id = act.audience_id
                                                        and t.key = any ($7::text[])
                                                    )
                                                  from volunteer_activity act
                                                  where act.id = sft.activity_id
                                                )
                                              from shift sft
                                              where sft.id = _r8.shift_id
                                            )
                                            or (
                                              _r8.status not in ('OFFERED', 'PENDING')
                                              and (
                                                select
                                                  (
                                                    sft.school_id = any ($4::uuid[])
                                                    or (
                                                      sft.school_id is null
                                                      and sft.district_id = any ($5::uuid[])
                                                    )
                                                  )
                                                from shift sft
                                                where sft.id = _r8.shift_id
                                              )
                                            )
                                            or (
                                              select sft.starts_at <= $8::timestamptz
                                              from shift sft
                                              where sft.id = _r8.shift_id
                                            )
                                          )
                                        )
                                      )
                                      or (
                                        (
                                          select
                                            (
                                              sft.school_id = any ($2::uuid[])
                                              and (
                                                select act.organiser_id = $3::uuid
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _r8.shift_id
                                        )
                                        and (
                                          _r8.status not in ('OFFERED', 'PENDING')
                                          or (
                                            (
                                              _l2.status not in ('PENDING', 'CONFIRMED')
                                              or (
                                                (
                                                  select sft.starts_at <= $8::timestamptz
                                                  from shift sft
                                                  where sft.id = _l2.shift_id
                                                )
                                                or exists (
                                                  select 1
                                                  from engagement res
                                                  where
                                                    res.source_id = _l2.id
                                                    and res.kind = 'SHIFT_SIGNUP'
                                                    and res.status = 'ACTIVE'
                                                    and (
                                                      res.rests_on is null
                                                      or res.rests_on && array(
                                                        select distinct
                                                          aky.key
                                                        from
                                                          guardianship gsh
                                                          join class_membership cms on cms.student_id = gsh.student_id
                                                          and cms.status = 'ACTIVE'
                                                          join school_class cls on cls.id = cms.school_class_id
                                                          join grade grd on grd.id = cls.grade_id
                                                          join school sch on sch.id = cls.school_id
                                                          join school_year scy on scy.id = cls.school_year_id
                                                          and $9::date between scy.starts_on and scy.ends_on
                                                          cross join lateral unnest(
                                                            array[
                                                              'class:' || cls.id,
                                                              'school:' || sch.id,
                                                              'school:' || sch.id || ':grade:' || grd.id,
                                                              'school:' || sch.id || ':stage:' || grd.stage,
                                                              'district:' || sch.district_id,
                                                              'district:' || sch.district_id || ':grade:' || grd.id,
                                                              'district:' || sch.district_id || ':stage:' || grd.stage
                                                            ]
                                                          ) as aky (key)
                                                        where
                                                          gsh.guardian_id = _l2.guardian_id
                                                          and gsh.status = 'ACTIVE'
                                                          and gsh.data_access
                                                          and gsh.valid_from <= $9::date
                                                          and (
                                                            gsh.valid_to is null
                                                            or gsh.valid_to >= $9::date
                                                          )
                                                      )
                                                    )
                                                )
                                                or (
                                                  select
                                                    exists (
                                                      select 1
                                                      from
                                                        guardianship tie
                                                        join student stu on stu.id = tie.student_id
                                                        and stu.left_on is null
                                                        join school sch on sch.id = stu.school_id
                                                      where
                                                        tie.guardian_id = _l2.guardian_id
                                                        and tie.status = 'ACTIVE'
                                                        and tie.data_access
                                                        and tie.valid_from <= $9::date
                                                        and (
                                                          tie.valid_to is null
                                                          or tie.valid_to >= $9::date
                                                        )
                                                        and (
                                                          sch.id = sft.school_id
                                                          or sft.school_id is null
                                                          and sch.district_id = sft.district_id
                                                        )
                                                        and not exists (
                                                          select 1
                                                          from
                                                            class_membership cms
                                                            join school_year scy on scy.id = cms.school_year_id
                                                          where
                                                            cms.student_id = stu.id
                                                            and cms.status = 'ACTIVE'
                                                            and $9::date between scy.starts_on and scy.ends_on
                                                        )
                                                    )
                                                  from shift sft
                                                  where sft.id = _l2.shift_id
                                                )
                                              )
                                              or exists (
                                                select 1
                                                from attendance att
                                                where
                                                  att.signup_id = _l2.id
                                                  and att.checked_in_at is not null
                                              )
                                            )
                                            and (
                                              (
                                                _r8.to_id is null
                                                or _r8.way = 'CODE'
                                                and _r8.status = 'OFFERED'
                                              )
                                              or (
                                                (
                                                  select sft.starts_at <= $8::timestamptz
                                                  from shift sft
                                                  where sft.id = _r8.shift_id
                                                )
                                                or (
                                                  select
                                                    exists (
                                                      select 1
                                                      from audience_target t
                                                      where
                                                        t.audience_id = aud.audience_id
                                                        and t.key = any (
                                                          array(
                                                            select distinct
                                                              aky.key
                                                            from
                                                              guardianship gsh
                                                              join class_membership cms on cms.student_id = gsh.student_id
                                                              and cms.status = 'ACTIVE'
                                                              join school_class cls on cls.id = cms.school_class_id
                                                              join grade grd on grd.id = cls.grade_id
                                                              join school sch on sch.id = cls.school_id
                                                              join school_year scy on scy.id = cls.school_year_id
                                                              and $9::date between scy.starts_on and scy.ends_on
                                                              cross join lateral unnest(
                                                                array[
                                                                  'class:' || cls.id,
                                                                  'school:' || sch.id,
                                                                  'school:' || sch.id || ':grade:' || grd.id,
                                                                  'school:' || sch.id || ':stage:' || grd.stage,
                                                                  'district:' || sch.district_id,
                                                                  'district:' || sch.district_id || ':grade:' || grd.id,
                                                                  'district:' || sch.district_id || ':stage:' || grd.stage
                                                                ]
                                                              ) as aky (key)
                                                            where
                                                              gsh.guardian_id = _r8.to_id
                                                              and gsh.status = 'ACTIVE'
                                                              and gsh.data_access
                                                              and gsh.valid_from <= $9::date
                                                              and (
                                                                gsh.valid_to is null
                                                                or gsh.valid_to >= $9::date
                                                              )
                                                          )
                                                        )
                                                    )
                                                  from
                                                    shift ash
                                                    join volunteer_activity aud on aud.id = ash.activity_id
                                                  where ash.id = _r8.shift_id
                                                )
                                                or (
                                                  select
                                                    exists (
                                                      select 1
                                                      from
                                                        guardianship tie
                                                        join student stu on stu.id = tie.student_id
                                                        and stu.left_on is null
                                                        join school sch on sch.id = stu.school_id
                                                      where
                                                        tie.guardian_id = _r8.to_id
                                                        and tie.status = 'ACTIVE'
                                                        and tie.data_access
                                                        and tie.valid_from <= $9::date
                                                        and (
                                                          tie.valid_to is null
                                                          or tie.valid_to >= $9::date
                                                        )
                                                        and (
                                                          sch.id = sft.school_id
                                                          or sft.school_id is null
                                                          and sch.district_id = sft.district_id
                                                        )
                                                        and not exists (
                                                          select 1
                                                          from
                                                            class_membership cms
                                                            join school_year scy on scy.id = cms.school_year_id
                                                          where
                                                            cms.student_id = stu.id
                                                            and cms.status = 'ACTIVE'
                                                            and $9::date between scy.starts_on and scy.ends_on
                                                        )
                                                    )
                                                  from shift sft
                                                  where sft.id = _r8.shift_id
                                                )
                                              )
                                            )
                                          )
                                        )
                                      )
                                    )
                                    and _r8.status in ('OFFERED', 'PENDING')
                                  )
                                limit 1
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '["' || _r9."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _r9.person_id
                                      )
                                    )::text,
                                    -1
                                  )
                                from signup _r9
                                where
                                  (
                                    _r9.id = _l2."stands_in_for_id"
                                    and (
                                      (
                                        _r9.guardian_id = $6::uuid
                                        and (
                                          _r9.status in ('CANCELLED', 'REJECTED')
                                          or exists (
                                            select 1
                                            from engagement res
                                            where
                                              res.source_id = _r9.id
                                              and res.kind = 'SHIFT_SIGNUP'
                                              and res.status = 'ACTIVE'
                                              and (
                                                res.rests_on is null
                                                or res.rests_on && $7::text[]
                                              )
                                          )
                                          or (
                                            select sft.starts_at <= $8::timestamptz
                                            from shift sft
                                            where sft.id = _r9.shift_id
                                          )
                                        )
                                      )
                                      or (
                                        (
                                          select
                                            (
                                              sft.school_id = any ($2::uuid[])
                                              and (
                                                select act.organiser_id = $3::uuid
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _r9.shift_id
                                        )
                                        and (
                                          _r9.status not in ('PENDING', 'CONFIRMED')
                                          or (
                                            (
                                              select sft.starts_at <= $8::timestamptz
                                              from shift sft
                                              where sft.id = _r9.shift_id
                                            )
                                            or exists (
                                              select 1
                                              from engagement res
                                              where
                                                res.source_id = _r9.id
                                                and res.kind = 'SHIFT_SIGNUP'
                                                and res.status = 'ACTIVE'
                                                and (
                                                  res.rests_on is null
                                                  or res.rests_on && array(
                                                    select distinct
                                                      aky.key
                                                    from
                                                      guardianship gsh
                                                      join class_membership cms on cms.student_id = gsh.student_id
                                                      and cms.status = 'ACTIVE'
                                                      join school_class cls on cls.id = cms.school_class_id
                                                      join grade grd on grd.id = cls.grade_id
                                                      join school sch on sch.id = cls.school_id
                                                      join school_year scy on scy.id = cls.school_year_id
                                                      and $9::date between scy.starts_on and scy.ends_on
                                                      cross join lateral unnest(
                                                        array[
                                                          'class:' || cls.id,
                                                          'school:' || sch.id,
                                                          'school:' || sch.id || ':grade:' || grd.id,
                                                          'school:' || sch.id || ':stage:' || grd.stage,
                                                          'district:' || sch.district_id,
                                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                                        ]
                                                      ) as aky (key)
                                                    where
                                                      gsh.guardian_id = _r9.guardian_id
                                                      and gsh.status = 'ACTIVE'
                                                      and gsh.data_access
                                                      and gsh.valid_from <= $9::date
                                                      and (
                                                        gsh.valid_to is null
                                                        or gsh.valid_to >= $9::date
                                                      )
                                                  )
                                                )
                                            )
                                            or (
                                              select
                                                exists (
                                                  select 1
                                                  from
                                                    guardianship tie
                                                    join student stu on stu.id = tie.student_id
                                                    and stu.left_on is null
                                                    join school sch on sch.id = stu.school_id
                                                  where
                                                    tie.guardian_id = _r9.guardian_id
                                                    and tie.status = 'ACTIVE'
                                                    and tie.data_access
                                                    and tie.valid_from <= $9::date
                                                    and (
                                                      tie.valid_to is null
                                                      or tie.valid_to >= $9::date
                                                    )
                                                    and (
                                                      sch.id = sft.school_id
                                                      or sft.school_id is null
                                                      and sch.district_id = sft.district_id
                                                    )
                                                    and not exists (
                                                      select 1
                                                      from
                                                        class_membership cms
                                                        join school_year scy on scy.id = cms.school_year_id
                                                      where
                                                        cms.student_id = stu.id
                                                        and cms.status = 'ACTIVE'
                                                        and $9::date between scy.starts_on and scy.ends_on
                                                    )
                                                )
                                              from shift sft
                                              where sft.id = _r9.shift_id
                                            )
                                          )
                                          or exists (
                                            select 1
                                            from attendance att
                                            where
                                              att.signup_id = _r9.id
                                              and att.checked_in_at is not null
                                          )
                                        )
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l2."id"::text || '","' || _l2."status"::text || '","' || _l2."signed_up_at"::text || '",' || right(
                                json_build_array(
                                  (
                                    select per.name
                                    from person per
                                    where per.id = _l2.person_id
                                  ),
                                  (
                                    select per.phone
                                    from person per
                                    where per.id = _l2.person_id
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) filter (
                            where _l2._n <= $16::int
                          ) || ']',
                          case
                            when (
                              (
                                (
                                  _r0.school_id = any ($2::uuid[])
                                  and (
                                    select act.organiser_id = $3::uuid
                                    from volunteer_activity act
                                    where act.id = _r0.activity_id
                                  )
                                )
                                or (
                                  _r0.published_at is not null
                                  and (
                                    _r0.school_id = any ($4::uuid[])
                                    or (
                                      _r0.school_id is null
                                      and _r0.district_id = any ($5::uuid[])
                                    )
                                  )
                                )
                              )
                            ) is not true then 'false'
                            else 'null'
                          end
                        ) || ',' || (count(*) > $16::int)::text || ']'
                      from
                        (
                          select
                            _l2.*,
                            row_number() over () as _n
                          from
                            (
                              select _l2.*
                              from signup _l2
                              where
                                (
                                  _l2."role_id" = _l1.id
                                  and (
                                    (
                                      _l2.guardian_id = $6::uuid
                                      and (
                                        _l2.status in ('CANCELLED', 'REJECTED')
                                        or exists (
                                          select 1
                                          from engagement res
                                          where
                                            res.source_id = _l2.id
                                            and res.kind = 'SHIFT_SIGNUP'
                                            and res.status = 'ACTIVE'
                                            and (
                                              res.rests_on is null
                                              or res.rests_on && $7::text[]
                                            )
                                        )
                                        or (
                                          select sft.starts_at <= $8::timestamptz
                                          from shift sft
                                          where sft.id = _l2.shift_id
                                        )
                                      )
                                    )
                                    or (
                                      (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _l2.shift_id
                                      )
                                      and (
                                        _l2.status not in ('PENDING', 'CONFIRMED')
                                        or (
                                          (
                                            select sft.starts_at <= $8::timestamptz
                                            from shift sft
                                            where sft.id = _l2.shift_id
                                          )
                                          or exists (
                                            select 1
                                            from engagement res
                                            where
                                              res.source_id = _l2.id
                                              and res.kind = 'SHIFT_SIGNUP'
                                              and res.status = 'ACTIVE'
                                              and (
                                                res.rests_on is null
                                                or res.rests_on && array(
                                                  select distinct
                                                    aky.key
                                                  from
                                                    guardianship gsh
                                                    join class_membership cms on cms.student_id = gsh.student_id
                                                    and cms.status = 'ACTIVE'
                                                    join school_class cls on cls.id = cms.school_class_id
                                                    join grade grd on grd.id = cls.grade_id
                                                    join school sch on sch.id = cls.school_id
                                                    join school_year scy on scy.id = cls.school_year_id
                                                    and $9::date between scy.starts_on and scy.ends_on
                                                    cross join lateral unnest(
                                                      array[
                                                        'class:' || cls.id,
                                                        'school:' || sch.id,
                                                        'school:' || sch.id || ':grade:' || grd.id,
                                                        'school:' || sch.id || ':stage:' || grd.stage,
                                                        'district:' || sch.district_id,
                                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                                      ]
                                                    ) as aky (key)
                                                  where
                                                    gsh.guardian_id = _l2.guardian_id
                                                    and gsh.status = 'ACTIVE'
                                                    and gsh.data_access
                                                    and gsh.valid_from <= $9::date
                                                    and (
                                                      gsh.valid_to is null
                                                      or gsh.valid_to >= $9::date
                                                    )
                                                )
                                              )
                                          )
                                          or (
                                            select
                                              exists (
                                                select 1
                                                from
                                                  guardianship tie
                                                  join student stu on stu.id = tie.student_id
                                                  and stu.left_on is null
                                                  join school sch on sch.id = stu.school_id
                                                where
                                                  tie.guardian_id = _l2.guardian_id
                                                  and tie.status = 'ACTIVE'
                                                  and tie.data_access
                                                  and tie.valid_from <= $9::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $9::date
                                                  )
                                                  and (
                                                    sch.id = sft.school_id
                                                    or sft.school_id is null
                                                    and sch.district_id = sft.district_id
                                                  )
                                                  and not exists (
                                                    select 1
                                                    from
                                                      class_membership cms
                                                      join school_year scy on scy.id = cms.school_year_id
                                                    where
                                                      cms.student_id = stu.id
                                                      and cms.status = 'ACTIVE'
                                                      and $9::date between scy.starts_on and scy.ends_on
                                                  )
                                              )
                                            from shift sft
                                            where sft.id = _l2.shift_id
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from attendance att
                                          where
                                            att.signup_id = _l2.id
                                            and att.checked_in_at is not null
                                        )
                                      )
                                    )
                                  )
                                  and _l2."status" = any ($17::text[])
                                )
                              order by
                                _l2."signed_up_at" desc,
                                _l2."id" desc
                              limit ($16::int + 1)
                            ) _l2
                        ) _l2
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r10."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r10.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _r10.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($12::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($13::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r10
                                where
                                  (
                                    _r10.id = _l3."guardian_id"
                                    and (
                                      _r10.id = $6::uuid
                                      or _r10.id = any (
                                        array(
                                          select tie.guardian_id
                                          from
                                            household_student hst
                                            join household_guardian hgd on hgd.household_id = hst.household_id
                                            join guardianship tie on tie.guardian_id = hgd.guardian_id
                                            and tie.student_id = hst.student_id
                                          where
                                            hst.household_id = any ($14::uuid[])
                                            and hst.student_id = any ($15::uuid[])
                                            and tie.status = 'ACTIVE'
                                            and tie.valid_from <= $9::date
                                            and (
                                              tie.valid_to is null
                                              or tie.valid_to >= $9::date
                                            )
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from
                                          guardianship g
                                          join class_membership m on m.student_id = g.student_id
                                        where
                                          g.guardian_id = _r10.id
                                          and g.status in ('ACTIVE', 'PENDING')
                                          and m.school_class_id = any ($13::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l3."id"::text || '","' || _l3."status"::text || '",' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l3.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l3.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l3.priority, _l3.joined_at, _l3.sequence)
                                      )
                                    end
                                  )
                                )::text,
                                -1
                              )
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l3.*
                            from waitlist_entry _l3
                            where
                              (
                                _l3."role_id" = _l1.id
                                and (
                                  (
                                    _l3.guardian_id = $6::uuid
                                    and (
                                      (
                                        select
                                          (
                                            select
                                              exists (
                                                select 1
                                                from audience_target t
                                                where
                                                  t.audience_id = act.audience_id
                                                  and t.key = any ($7::text[])
                                              )
                                            from volunteer_activity act
                                            where act.id = sft.activity_id
                                          )
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                      or (
                                        _l3.status not in ('WAITING', 'OFFERED')
                                        and (
                                          select
                                            (
                                              sft.school_id = any ($4::uuid[])
                                              or (
                                                sft.school_id is null
                                                and sft.district_id = any ($5::uuid[])
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _l3.shift_id
                                        )
                                      )
                                      or (
                                        select sft.starts_at <= $8::timestamptz
                                        from shift sft
                                        where sft.id = _l3.shift_id
                                      )
                                    )
                                  )
                                  or (
                                    (
                                      select
                                        (
                                          sft.school_id = any ($2::uuid[])
                                          and (
                                            select act.organiser_id = $3::uuid
                                            from volunteer_activity act
                                            where act.id = sft.activity_id
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _l3.shift_id
                                    )
                                    and (
                                      _l3.status not in ('WAITING', 'OFFERED')
                                      or (
                                        (
                                          select sft.starts_at <= $8::timestamptz
                                          from shift sft
                                          where sft.id = _l3.shift_id
                                        )
                                        or (
                                          select
                                            exists (
                                              select 1
                                              from audience_target t
                                              where
                                                t.audience_id = aud.audience_id
                                                and t.key = any (
                                                  array(
                                                    select distinct
                                                      aky.key
                                                    from
                                                      guardianship gsh
                                                      join class_membership cms on cms.student_id = gsh.student_id
                                                      and cms.status = 'ACTIVE'
                                                      join school_class cls on cls.id = cms.school_class_id
                                                      join grade grd on grd.id = cls.grade_id
                                                      join school sch on sch.id = cls.school_id
                                                      join school_year scy on scy.id = cls.school_year_id
                                                      and $9::date between scy.starts_on and scy.ends_on
                                                      cross join lateral unnest(
                                                        array[
                                                          'class:' || cls.id,
                                                          'school:' || sch.id,
                                                          'school:' || sch.id || ':grade:' || grd.id,
                                                          'school:' || sch.id || ':stage:' || grd.stage,
                                                          'district:' || sch.district_id,
                                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                                        ]
                                                      ) as aky (key)
                                                    where
                                                      gsh.guardian_id = _l3.guardian_id
                                                      and gsh.status = 'ACTIVE'
                                                      and gsh.data_access
                                                      and gsh.valid_from <= $9::date
                                                      and (
                                                        gsh.valid_to is null
                                                        or gsh.valid_to >= $9::date
                                                      )
                                                  )
                                                )
                                            )
                                          from
                                            shift ash
                                            join volunteer_activity aud on aud.id = ash.activity_id
                                          where ash.id = _l3.shift_id
                                        )
                                        or (
                                          select
                                            exists (
                                              select 1
                                              from
                                                guardianship tie
                                                join student stu on stu.id = tie.student_id
                                                and stu.left_on is null
                                                join school sch on sch.id = stu.school_id
                                              where
                                                tie.guardian_id = _l3.guardian_id
                                                and tie.status = 'ACTIVE'
                                                and tie.data_access
                                                and tie.valid_from <= $9::date
                                                and (
                                                  tie.valid_to is null
                                                  or tie.valid_to >= $9::date
                                                )
                                                and (
                                                  sch.id = sft.school_id
                                                  or sft.school_id is null
                                                  and sch.district_id = sft.district_id
                                                )
                                                and not exists (
                                                  select 1
                                                  from
                                                    class_membership cms
                                                    join school_year scy on scy.id = cms.school_year_id
                                                  where
                                                    cms.student_id = stu.id
                                                    and cms.status = 'ACTIVE'
                                                    and $9::date between scy.starts_on and scy.ends_on
                                                )
                                            )
                                          from shift sft
                                          where sft.id = _l3.shift_id
                                        )
                                      )
                                    )
                                  )
                                )
                                and _l3."status" = any ($18::text[])
                              )
                            order by
                              _l3."priority" asc,
                              _l3."joined_at" asc,
                              _l3."sequence" asc,
                              _l3."id" asc
                            limit $19::int
                          ) _l3
                      ),
                      case
                        when (
                          (
                            (
                              _r0.school_id = any ($2::uuid[])
                              and (
                                select act.organiser_id = $3::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                            or (
                              _r0.published_at is not null
                              and (
                                _r0.school_id = any ($4::uuid[])
                                or (
                                  _r0.school_id is null
                                  and _r0.district_id = any ($5::uuid[])
                                )
                              )
                            )
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."capacity"::text || ',' || _l1."minimum"::text || ',' || _l1."places_taken"::text || ',' || _l1."approval_required"::text || ',' || right(json_build_array(_l1."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift_role _l1
                    where
                      (
                        _l1."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l1."ordinal" asc,
                      _l1."id" asc
                    limit $20::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(
                json_build_array(
                  _r0."place",
                  (
                    select
                      json_build_object(
                        'taken',
                        coalesce(sum(rol.places_taken), 0),
                        'capacity',
                        coalesce(sum(rol.capacity), 0),
                        'shortBy',
                        coalesce(sum(greatest(rol.minimum - rol.places_taken, 0)), 0),
                        'withheld',
                        coalesce(bool_or(false), false)
                      )
                    from shift_role rol
                    where rol.shift_id = _r0.id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($21::uuid[])
            and (
              (
                _r0.published_at is not null
                and (
                  _r0.school_id = any ($4::uuid[])
                  or (
                    _r0.school_id is null
                    and _r0.district_id = any ($5::uuid[])
                  )
                )
              )
              or (
                _r0.school_id = any ($2::uuid[])
                and (
                  _r0.published_at is not null
                  or (
                    select act.organiser_id = $3::uuid
                    from volunteer_activity act
                    where act.id = _r0.activity_id
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
