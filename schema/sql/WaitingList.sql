-- WaitingList, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.shift (Shift)
-- _r1: Shift.activity
-- _l0: Shift.roles
-- _r2: ShiftRole.waitlistCount
-- _l1: ShiftRole.waitlistEntries
-- _r3: WaitlistEntry.guardian
-- _l2: WaitlistEntry.skips
-- _l3: Shift.standIns
-- _r4: StandIn.from
-- _r5: StandIn.to
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
                select '["' || _r1."id"::text || '","' || _r1."waitlist_priority"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      (
                        _r1.school_id = any ($2::uuid[])
                        and (
                          _r1.published_at is not null
                          or _r1.organiser_id = $3::uuid
                        )
                      )
                      or _r1.school_id = any ($4::uuid[])
                    )
                  )
              ),
              'null'
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
                        from waitlist_entry _r2
                        where
                          (
                            _r2."role_id" = _l0.id
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
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $5::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
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
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $5::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _r2.status = 'WAITING'
                              and (
                                _r2.status not in ('WAITING', 'OFFERED')
                                or (
                                  (
                                    select sft.starts_at <= $5::timestamptz
                                    from shift sft
                                    where sft.id = _r2.shift_id
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
                                                gsh.guardian_id = _r2.guardian_id
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
                                    where ash.id = _r2.shift_id
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
                                          tie.guardian_id = _r2.guardian_id
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
                                    where sft.id = _r2.shift_id
                                  )
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
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r3."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r3.person_id
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
                                              tie.guardian_id = _r3.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($4::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($7::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r3
                                where
                                  (
                                    _r3.id = _l1."guardian_id"
                                    and exists (
                                      select 1
                                      from
                                        guardianship g
                                        join student s on s.id = g.student_id
                                      where
                                        g.guardian_id = _r3.id
                                        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                        and s.school_id = any ($4::uuid[])
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '[' || string_agg('["' || _l2."id"::text || '","' || _l2."skipped_at"::text || '","' || _l2."reason"::text || '"]', ',') || ']'
                                from
                                  (
                                    select _l2.*
                                    from waitlist_skip _l2
                                    where
                                      (
                                        _l2."entry_id" = _l1.id
                                        and true
                                      )
                                    order by
                                      _l2."skipped_at" desc,
                                      _l2."id" desc
                                    limit $8::int
                                  ) _l2
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."status"::text || '",' || _l1."priority"::text || ',"' || _l1."joined_at"::text || '",' || coalesce('"' || _l1."offer_expires_at"::text || '"', 'null') || ',' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l1.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l1.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l1.priority, _l1.joined_at, _l1.sequence)
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
                            select _l1.*
                            from waitlist_entry _l1
                            where
                              (
                                _l1."role_id" = _l0.id
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
                                    where sft.id = _l1.shift_id
                                  )
                                  and (
                                    _l1.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $5::timestamptz
                                        from shift sft
                                        where sft.id = _l1.shift_id
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
                                                    gsh.guardian_id = _l1.guardian_id
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
                                        where ash.id = _l1.shift_id
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
                                              tie.guardian_id = _l1.guardian_id
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
                                        where sft.id = _l1.shift_id
                                      )
                                    )
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."priority" asc,
                              _l1."joined_at" asc,
                              _l1."sequence" asc,
                              _l1."id" asc
                            limit $9::int
                          ) _l1
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
                      '"' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || _l0."places_taken"::text || ',' || right(json_build_array(_l0."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift_role _l0
                    where
                      (
                        _l0."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $10::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r4."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r4.person_id
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
                                      tie.guardian_id = _r4.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($4::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($7::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r4
                        where
                          (
                            _r4.id = (
                              select sgn.guardian_id
                              from signup sgn
                              where sgn.id = _l3.signup_id
                            )
                            and exists (
                              select 1
                              from
                                guardianship g
                                join student s on s.id = g.student_id
                              where
                                g.guardian_id = _r4.id
                                and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                and s.school_id = any ($4::uuid[])
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
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
                                            and m.school_class_id = any ($7::uuid[])
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
                            _r5.id = _l3."to_id"
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
                    ) || ',' || (
                      '"' || _l3."id"::text || '","' || _l3."way"::text || '","' || _l3."status"::text || '","' || _l3."offered_at"::text || '",' || right(
                        json_build_array(
                          (
                            select per.name
                            from person per
                            where
                              per.id = (
                                select sgn.person_id
                                from signup sgn
                                where sgn.id = _l3.signup_id
                              )
                          ),
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
                          ),
                          (
                            select per.name
                            from person per
                            where per.id = _l3.to_person_id
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
                    from stand_in _l3
                    where
                      (
                        _l3."shift_id" = _r0.id
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
                            or _r0.school_id = any ($4::uuid[])
                          )
                          and (
                            _l3.status not in ('OFFERED', 'PENDING')
                            or (
                              (
                                select
                                  (
                                    sgn.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      (
                                        select sft.starts_at <= $5::timestamptz
                                        from shift sft
                                        where sft.id = sgn.shift_id
                                      )
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = sgn.id
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
                                                gsh.guardian_id = sgn.guardian_id
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
                                              tie.guardian_id = sgn.guardian_id
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
                                        where sft.id = sgn.shift_id
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = sgn.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                from signup sgn
                                where sgn.id = _l3.signup_id
                              )
                              and (
                                (
                                  _l3.to_id is null
                                  or _l3.way = 'CODE'
                                  and _l3.status = 'OFFERED'
                                )
                                or (
                                  _r0.starts_at <= $5::timestamptz
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
                                                gsh.guardian_id = _l3.to_id
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
                                  or exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _l3.to_id
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
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."offered_at" desc,
                      _l3."id" desc
                    limit $11::int
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
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."starts_at"::text || '"]'),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($12::uuid[])
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
-- _r1: Shift.activity
-- _l0: Shift.roles
-- _r2: ShiftRole.waitlistCount
-- _l1: ShiftRole.waitlistEntries
-- _r3: WaitlistEntry.guardian
-- _l2: WaitlistEntry.skips
-- _l3: Shift.standIns
-- _r4: StandIn.from
-- _r5: StandIn.to
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
                select '["' || _r1."id"::text || '","' || _r1."waitlist_priority"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      _r1.school_id = any ($2::uuid[])
                      and (
                        _r1.published_at is not null
                        or _r1.organiser_id = $3::uuid
                      )
                    )
                  )
              ),
              'null'
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
                        from waitlist_entry _r2
                        where
                          (
                            _r2."role_id" = _l0.id
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
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $4::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
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
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $4::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _r2.status = 'WAITING'
                              and (
                                _r2.status not in ('WAITING', 'OFFERED')
                                or (
                                  (
                                    select sft.starts_at <= $4::timestamptz
                                    from shift sft
                                    where sft.id = _r2.shift_id
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
                                                gsh.guardian_id = _r2.guardian_id
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
                                    where ash.id = _r2.shift_id
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
                                          tie.guardian_id = _r2.guardian_id
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
                                    where sft.id = _r2.shift_id
                                  )
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
                            '[' || coalesce(
                              (
                                select 'null'
                                from guardian _r3
                                where false
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '[' || string_agg('["' || _l2."id"::text || '","' || _l2."skipped_at"::text || '","' || _l2."reason"::text || '"]', ',') || ']'
                                from
                                  (
                                    select _l2.*
                                    from waitlist_skip _l2
                                    where
                                      (
                                        _l2."entry_id" = _l1.id
                                        and true
                                      )
                                    order by
                                      _l2."skipped_at" desc,
                                      _l2."id" desc
                                    limit $6::int
                                  ) _l2
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."status"::text || '",' || _l1."priority"::text || ',"' || _l1."joined_at"::text || '",' || coalesce('"' || _l1."offer_expires_at"::text || '"', 'null') || ',' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l1.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l1.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l1.priority, _l1.joined_at, _l1.sequence)
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
                            select _l1.*
                            from waitlist_entry _l1
                            where
                              (
                                _l1."role_id" = _l0.id
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
                                    where sft.id = _l1.shift_id
                                  )
                                  and (
                                    _l1.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $4::timestamptz
                                        from shift sft
                                        where sft.id = _l1.shift_id
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
                                                    gsh.guardian_id = _l1.guardian_id
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
                                        where ash.id = _l1.shift_id
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
                                              tie.guardian_id = _l1.guardian_id
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
                                        where sft.id = _l1.shift_id
                                      )
                                    )
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."priority" asc,
                              _l1."joined_at" asc,
                              _l1."sequence" asc,
                              _l1."id" asc
                            limit $7::int
                          ) _l1
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
                      '"' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || _l0."places_taken"::text || ',' || right(json_build_array(_l0."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift_role _l0
                    where
                      (
                        _l0."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $8::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select 'null'
                        from guardian _r4
                        where false
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select 'null'
                        from guardian _r5
                        where false
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l3."id"::text || '","' || _l3."way"::text || '","' || _l3."status"::text || '","' || _l3."offered_at"::text || '",' || right(
                        json_build_array(
                          (
                            select per.name
                            from person per
                            where
                              per.id = (
                                select sgn.person_id
                                from signup sgn
                                where sgn.id = _l3.signup_id
                              )
                          ),
                          (
                            (
                              _r0.school_id = any ($2::uuid[])
                              and (
                                select act.organiser_id = $3::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                          ),
                          (
                            select per.name
                            from person per
                            where per.id = _l3.to_person_id
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
                    from stand_in _l3
                    where
                      (
                        _l3."shift_id" = _r0.id
                        and (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                          and (
                            _l3.status not in ('OFFERED', 'PENDING')
                            or (
                              (
                                select
                                  (
                                    sgn.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      (
                                        select sft.starts_at <= $4::timestamptz
                                        from shift sft
                                        where sft.id = sgn.shift_id
                                      )
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = sgn.id
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
                                                gsh.guardian_id = sgn.guardian_id
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
                                              tie.guardian_id = sgn.guardian_id
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
                                        where sft.id = sgn.shift_id
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = sgn.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                from signup sgn
                                where sgn.id = _l3.signup_id
                              )
                              and (
                                (
                                  _l3.to_id is null
                                  or _l3.way = 'CODE'
                                  and _l3.status = 'OFFERED'
                                )
                                or (
                                  _r0.starts_at <= $4::timestamptz
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
                                                gsh.guardian_id = _l3.to_id
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
                                  or exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _l3.to_id
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
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."offered_at" desc,
                      _l3."id" desc
                    limit $9::int
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
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."starts_at"::text || '"]'),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($10::uuid[])
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
-- _r1: Shift.activity
-- _l0: Shift.roles
-- _r2: ShiftRole.waitlistCount
-- _l1: ShiftRole.waitlistEntries
-- _r3: WaitlistEntry.guardian
-- _l2: WaitlistEntry.skips
-- _l3: Shift.standIns
-- _r4: StandIn.from
-- _r5: StandIn.to
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
                select '["' || _r1."id"::text || '","' || _r1."waitlist_priority"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      _r1.school_id = any ($2::uuid[])
                      and (
                        _r1.published_at is not null
                        or _r1.organiser_id = $3::uuid
                      )
                    )
                  )
              ),
              'null'
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
                        from waitlist_entry _r2
                        where
                          (
                            _r2."role_id" = _l0.id
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
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $4::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
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
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $4::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _r2.status = 'WAITING'
                              and (
                                _r2.status not in ('WAITING', 'OFFERED')
                                or (
                                  (
                                    select sft.starts_at <= $4::timestamptz
                                    from shift sft
                                    where sft.id = _r2.shift_id
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
                                                gsh.guardian_id = _r2.guardian_id
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
                                    where ash.id = _r2.shift_id
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
                                          tie.guardian_id = _r2.guardian_id
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
                                    where sft.id = _r2.shift_id
                                  )
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
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r3."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r3.person_id
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
                                              tie.guardian_id = _r3.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($6::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($7::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r3
                                where
                                  (
                                    _r3.id = _l1."guardian_id"
                                    and exists (
                                      select 1
                                      from
                                        guardianship g
                                        join class_membership m on m.student_id = g.student_id
                                      where
                                        g.guardian_id = _r3.id
                                        and g.status in ('ACTIVE', 'PENDING')
                                        and m.school_class_id = any ($7::uuid[])
                                        and m.status = 'ACTIVE'
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '[' || string_agg('["' || _l2."id"::text || '","' || _l2."skipped_at"::text || '","' || _l2."reason"::text || '"]', ',') || ']'
                                from
                                  (
                                    select _l2.*
                                    from waitlist_skip _l2
                                    where
                                      (
                                        _l2."entry_id" = _l1.id
                                        and true
                                      )
                                    order by
                                      _l2."skipped_at" desc,
                                      _l2."id" desc
                                    limit $8::int
                                  ) _l2
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."status"::text || '",' || _l1."priority"::text || ',"' || _l1."joined_at"::text || '",' || coalesce('"' || _l1."offer_expires_at"::text || '"', 'null') || ',' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l1.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l1.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l1.priority, _l1.joined_at, _l1.sequence)
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
                            select _l1.*
                            from waitlist_entry _l1
                            where
                              (
                                _l1."role_id" = _l0.id
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
                                    where sft.id = _l1.shift_id
                                  )
                                  and (
                                    _l1.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $4::timestamptz
                                        from shift sft
                                        where sft.id = _l1.shift_id
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
                                                    gsh.guardian_id = _l1.guardian_id
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
                                        where ash.id = _l1.shift_id
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
                                              tie.guardian_id = _l1.guardian_id
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
                                        where sft.id = _l1.shift_id
                                      )
                                    )
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."priority" asc,
                              _l1."joined_at" asc,
                              _l1."sequence" asc,
                              _l1."id" asc
                            limit $9::int
                          ) _l1
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
                      '"' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || _l0."places_taken"::text || ',' || right(json_build_array(_l0."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift_role _l0
                    where
                      (
                        _l0."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $10::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r4."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r4.person_id
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
                                      tie.guardian_id = _r4.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($6::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($7::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r4
                        where
                          (
                            _r4.id = (
                              select sgn.guardian_id
                              from signup sgn
                              where sgn.id = _l3.signup_id
                            )
                            and exists (
                              select 1
                              from
                                guardianship g
                                join class_membership m on m.student_id = g.student_id
                              where
                                g.guardian_id = _r4.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($7::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
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
                                        stu.school_id = any ($6::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($7::uuid[])
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
                            _r5.id = _l3."to_id"
                            and exists (
                              select 1
                              from
                                guardianship g
                                join class_membership m on m.student_id = g.student_id
                              where
                                g.guardian_id = _r5.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($7::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l3."id"::text || '","' || _l3."way"::text || '","' || _l3."status"::text || '","' || _l3."offered_at"::text || '",' || right(
                        json_build_array(
                          (
                            select per.name
                            from person per
                            where
                              per.id = (
                                select sgn.person_id
                                from signup sgn
                                where sgn.id = _l3.signup_id
                              )
                          ),
                          (
                            (
                              _r0.school_id = any ($2::uuid[])
                              and (
                                select act.organiser_id = $3::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                          ),
                          (
                            select per.name
                            from person per
                            where per.id = _l3.to_person_id
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
                    from stand_in _l3
                    where
                      (
                        _l3."shift_id" = _r0.id
                        and (
                          (
                            _r0.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = _r0.activity_id
                            )
                          )
                          and (
                            _l3.status not in ('OFFERED', 'PENDING')
                            or (
                              (
                                select
                                  (
                                    sgn.status not in ('PENDING', 'CONFIRMED')
                                    or (
                                      (
                                        select sft.starts_at <= $4::timestamptz
                                        from shift sft
                                        where sft.id = sgn.shift_id
                                      )
                                      or exists (
                                        select 1
                                        from engagement res
                                        where
                                          res.source_id = sgn.id
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
                                                gsh.guardian_id = sgn.guardian_id
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
                                              tie.guardian_id = sgn.guardian_id
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
                                        where sft.id = sgn.shift_id
                                      )
                                    )
                                    or exists (
                                      select 1
                                      from attendance att
                                      where
                                        att.signup_id = sgn.id
                                        and att.checked_in_at is not null
                                    )
                                  )
                                from signup sgn
                                where sgn.id = _l3.signup_id
                              )
                              and (
                                (
                                  _l3.to_id is null
                                  or _l3.way = 'CODE'
                                  and _l3.status = 'OFFERED'
                                )
                                or (
                                  _r0.starts_at <= $4::timestamptz
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
                                                gsh.guardian_id = _l3.to_id
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
                                  or exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _l3.to_id
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
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."offered_at" desc,
                      _l3."id" desc
                    limit $11::int
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
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."starts_at"::text || '"]'),
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

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.shift (Shift)
-- _r1: Shift.activity
-- _l0: Shift.roles
-- _r2: ShiftRole.waitlistCount
-- _l1: ShiftRole.waitlistEntries
-- _r3: WaitlistEntry.guardian
-- _l2: WaitlistEntry.skips
-- _l3: Shift.standIns
-- _r4: StandIn.from
-- _r5: StandIn.to
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
                select '["' || _r1."id"::text || '","' || _r1."waitlist_priority"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and _r1.district_id = any ($2::uuid[])
                  )
              ),
              'null'
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
                        from waitlist_entry _r2
                        where
                          (
                            _r2."role_id" = _l0.id
                            and (
                              (
                                (
                                  select
                                    (
                                      sft.school_id is null
                                      and sft.district_id = any ($2::uuid[])
                                    )
                                  from shift sft
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $3::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
                                  )
                                )
                              )
                              or (
                                (
                                  select sft.district_id = any ($2::uuid[])
                                  from shift sft
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $3::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _r2.status = 'WAITING'
                              and (
                                _r2.status not in ('WAITING', 'OFFERED')
                                or (
                                  (
                                    select sft.starts_at <= $3::timestamptz
                                    from shift sft
                                    where sft.id = _r2.shift_id
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
                                                gsh.guardian_id = _r2.guardian_id
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
                                    where ash.id = _r2.shift_id
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
                                          tie.guardian_id = _r2.guardian_id
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
                                    where sft.id = _r2.shift_id
                                  )
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
                            '[' || coalesce(
                              (
                                select 'null'
                                from guardian _r3
                                where false
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '[' || string_agg('["' || _l2."id"::text || '","' || _l2."skipped_at"::text || '","' || _l2."reason"::text || '"]', ',') || ']'
                                from
                                  (
                                    select _l2.*
                                    from waitlist_skip _l2
                                    where
                                      (
                                        _l2."entry_id" = _l1.id
                                        and true
                                      )
                                    order by
                                      _l2."skipped_at" desc,
                                      _l2."id" desc
                                    limit $5::int
                                  ) _l2
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."status"::text || '",' || _l1."priority"::text || ',"' || _l1."joined_at"::text || '",' || coalesce('"' || _l1."offer_expires_at"::text || '"', 'null') || ',' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l1.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l1.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l1.priority, _l1.joined_at, _l1.sequence)
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
                            select _l1.*
                            from waitlist_entry _l1
                            where
                              (
                                _l1."role_id" = _l0.id
                                and (
                                  (
                                    select
                                      (
                                        sft.school_id is null
                                        and sft.district_id = any ($2::uuid[])
                                      )
                                    from shift sft
                                    where sft.id = _l1.shift_id
                                  )
                                  and (
                                    _l1.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $3::timestamptz
                                        from shift sft
                                        where sft.id = _l1.shift_id
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
                                                    gsh.guardian_id = _l1.guardian_id
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
                                        where ash.id = _l1.shift_id
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
                                              tie.guardian_id = _l1.guardian_id
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
                                        where sft.id = _l1.shift_id
                                      )
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
                              _l1."priority" asc,
                              _l1."joined_at" asc,
                              _l1."sequence" asc,
                              _l1."id" asc
                            limit $6::int
                          ) _l1
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
                      '"' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || _l0."places_taken"::text || ',' || right(json_build_array(_l0."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift_role _l0
                    where
                      (
                        _l0."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $7::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select 'null'
                        from guardian _r4
                        where false
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select 'null'
                        from guardian _r5
                        where false
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l3."id"::text || '","' || _l3."way"::text || '","' || _l3."status"::text || '","' || _l3."offered_at"::text || '",' || right(
                        json_build_array(
                          (
                            select per.name
                            from person per
                            where
                              per.id = (
                                select sgn.person_id
                                from signup sgn
                                where sgn.id = _l3.signup_id
                              )
                          ),
                          (
                            (
                              (
                                (
                                  _r0.school_id is null
                                  and _r0.district_id = any ($2::uuid[])
                                )
                                or (
                                  _l3.status = 'PENDING'
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
                                        and stf.person_id <> all (
                                          array_remove(
                                            array[
                                              _l3.to_person_id,
                                              (
                                                select giv.person_id
                                                from signup giv
                                                where giv.id = _l3.signup_id
                                              )
                                            ],
                                            null
                                          )
                                        )
                                    )
                                  )
                                )
                              )
                              or (
                                (
                                  _l3.decided_by_id = $8::uuid
                                  and _l3.decided_for_district
                                )
                                and _r0.district_id = any ($2::uuid[])
                              )
                            )
                          ),
                          (
                            select per.name
                            from person per
                            where per.id = _l3.to_person_id
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
                    from stand_in _l3
                    where
                      (
                        _l3."shift_id" = _r0.id
                        and (
                          (
                            (
                              (
                                _r0.school_id is null
                                and _r0.district_id = any ($2::uuid[])
                              )
                              or (
                                _l3.status = 'PENDING'
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
                                      and stf.person_id <> all (
                                        array_remove(
                                          array[
                                            _l3.to_person_id,
                                            (
                                              select giv.person_id
                                              from signup giv
                                              where giv.id = _l3.signup_id
                                            )
                                          ],
                                          null
                                        )
                                      )
                                  )
                                )
                              )
                            )
                            and (
                              _l3.status not in ('OFFERED', 'PENDING')
                              or (
                                (
                                  select
                                    (
                                      sgn.status not in ('PENDING', 'CONFIRMED')
                                      or (
                                        (
                                          select sft.starts_at <= $3::timestamptz
                                          from shift sft
                                          where sft.id = sgn.shift_id
                                        )
                                        or exists (
                                          select 1
                                          from engagement res
                                          where
                                            res.source_id = sgn.id
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
                                                  gsh.guardian_id = sgn.guardian_id
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
                                                tie.guardian_id = sgn.guardian_id
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
                                          where sft.id = sgn.shift_id
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from attendance att
                                        where
                                          att.signup_id = sgn.id
                                          and att.checked_in_at is not null
                                      )
                                    )
                                  from signup sgn
                                  where sgn.id = _l3.signup_id
                                )
                                and (
                                  (
                                    _l3.to_id is null
                                    or _l3.way = 'CODE'
                                    and _l3.status = 'OFFERED'
                                  )
                                  or (
                                    _r0.starts_at <= $3::timestamptz
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
                                                  gsh.guardian_id = _l3.to_id
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
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _l3.to_id
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
                                )
                              )
                            )
                          )
                          or (
                            (
                              _l3.decided_by_id = $8::uuid
                              and _l3.decided_for_district
                            )
                            and _r0.district_id = any ($2::uuid[])
                          )
                        )
                        and true
                      )
                    order by
                      _l3."offered_at" desc,
                      _l3."id" desc
                    limit $9::int
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
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."starts_at"::text || '"]'),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($10::uuid[])
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
-- _r1: Shift.activity
-- _l0: Shift.roles
-- _r2: ShiftRole.waitlistCount
-- _l1: ShiftRole.waitlistEntries
-- _r3: WaitlistEntry.guardian
-- _l2: WaitlistEntry.skips
-- _l3: Shift.standIns
-- _r4: StandIn.from
-- _r5: StandIn.to
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
                select '["' || _r1."id"::text || '","' || _r1."waitlist_priority"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      (
                        _r1.published_at is not null
                        and (
                          _r1.school_id = any ($2::uuid[])
                          or (
                            _r1.school_id is null
                            and _r1.district_id = any ($3::uuid[])
                          )
                        )
                      )
                      or (
                        _r1.school_id = any ($4::uuid[])
                        and (
                          _r1.published_at is not null
                          or _r1.organiser_id = $5::uuid
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
                    '[' || coalesce(
                      (
                        select
                          (
                            case
                              when (
                                (
                                  (
                                    _r0.school_id = any ($4::uuid[])
                                    and (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = _r0.activity_id
                                    )
                                  )
                                  or (
                                    _r0.published_at is not null
                                    and (
                                      (
                                        _r0.school_id = any ($2::uuid[])
                                        or (
                                          _r0.school_id is null
                                          and _r0.district_id = any ($3::uuid[])
                                        )
                                      )
                                      or _r0.school_id = any ($4::uuid[])
                                    )
                                  )
                                )
                              ) is not true then null
                              else count(*)::int
                            end
                          )::text
                        from waitlist_entry _r2
                        where
                          (
                            _r2."role_id" = _l0.id
                            and (
                              (
                                (
                                  _r2.guardian_id = $6::uuid
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
                                      where sft.id = _r2.shift_id
                                    )
                                    or (
                                      _r2.status not in ('WAITING', 'OFFERED')
                                      and (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            or (
                                              sft.school_id is null
                                              and sft.district_id = any ($3::uuid[])
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _r2.shift_id
                                      )
                                    )
                                    or (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
                                    )
                                  )
                                )
                                or (
                                  (
                                    select
                                      (
                                        sft.school_id = any ($4::uuid[])
                                        and (
                                          select act.organiser_id = $5::uuid
                                          from volunteer_activity act
                                          where act.id = sft.activity_id
                                        )
                                      )
                                    from shift sft
                                    where sft.id = _r2.shift_id
                                  )
                                  and (
                                    _r2.status not in ('WAITING', 'OFFERED')
                                    or (
                                      (
                                        select sft.starts_at <= $8::timestamptz
                                        from shift sft
                                        where sft.id = _r2.shift_id
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
                                                    gsh.guardian_id = _r2.guardian_id
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
                                        where ash.id = _r2.shift_id
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
                                              tie.guardian_id = _r2.guardian_id
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
                                        where sft.id = _r2.shift_id
                                      )
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
                                          sft.school_id = any ($2::uuid[])
                                          or (
                                            sft.school_id is null
                                            and sft.district_id = any ($3::uuid[])
                                          )
                                        )
                                        or sft.school_id = any ($4::uuid[])
                                      )
                                    )
                                  from shift sft
                                  where sft.id = _r2.shift_id
                                )
                                and (
                                  _r2.status not in ('WAITING', 'OFFERED')
                                  or (
                                    (
                                      select sft.starts_at <= $8::timestamptz
                                      from shift sft
                                      where sft.id = _r2.shift_id
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
                                                  gsh.guardian_id = _r2.guardian_id
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
                                      where ash.id = _r2.shift_id
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
                                            tie.guardian_id = _r2.guardian_id
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
                                      where sft.id = _r2.shift_id
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _r2.status = 'WAITING'
                              and (
                                _r2.status not in ('WAITING', 'OFFERED')
                                or (
                                  (
                                    select sft.starts_at <= $8::timestamptz
                                    from shift sft
                                    where sft.id = _r2.shift_id
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
                                                gsh.guardian_id = _r2.guardian_id
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
                                    where ash.id = _r2.shift_id
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
                                          tie.guardian_id = _r2.guardian_id
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
                                    where sft.id = _r2.shift_id
                                  )
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
                            '[' || coalesce(
                              (
                                select
                                  '["' || _r3."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _r3.person_id
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
                                              tie.guardian_id = _r3.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($10::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($11::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  )
                                from guardian _r3
                                where
                                  (
                                    _r3.id = _l1."guardian_id"
                                    and (
                                      _r3.id = $6::uuid
                                      or _r3.id = any (
                                        array(
                                          select tie.guardian_id
                                          from
                                            household_student hst
                                            join household_guardian hgd on hgd.household_id = hst.household_id
                                            join guardianship tie on tie.guardian_id = hgd.guardian_id
                                            and tie.student_id = hst.student_id
                                          where
                                            hst.household_id = any ($12::uuid[])
                                            and hst.student_id = any ($13::uuid[])
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
                                          g.guardian_id = _r3.id
                                          and g.status in ('ACTIVE', 'PENDING')
                                          and m.school_class_id = any ($11::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '[' || string_agg('["' || _l2."id"::text || '","' || _l2."skipped_at"::text || '","' || _l2."reason"::text || '"]', ',') || ']'
                                from
                                  (
                                    select _l2.*
                                    from waitlist_skip _l2
                                    where
                                      (
                                        _l2."entry_id" = _l1.id
                                        and true
                                      )
                                    order by
                                      _l2."skipped_at" desc,
                                      _l2."id" desc
                                    limit $14::int
                                  ) _l2
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."status"::text || '",' || _l1."priority"::text || ',"' || _l1."joined_at"::text || '",' || coalesce('"' || _l1."offer_expires_at"::text || '"', 'null') || ',' || right(
                                json_build_array(
                                  (
                                    case
                                      when _l1.status = 'WAITING' then (
                                        select count(*)::int
                                        from waitlist_entry bef
                                        where
                                          bef.role_id = _l1.role_id
                                          and bef.status = 'WAITING'
                                          and (bef.priority, bef.joined_at, bef.sequence) <= (_l1.priority, _l1.joined_at, _l1.sequence)
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
                            select _l1.*
                            from waitlist_entry _l1
                            where
                              (
                                _l1."role_id" = _l0.id
                                and (
                                  (
                                    _l1.guardian_id = $6::uuid
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
                                        where sft.id = _l1.shift_id
                                      )
                                      or (
                                        _l1.status not in ('WAITING', 'OFFERED')
                                        and (
                                          select
                                            (
                                              sft.school_id = any ($2::uuid[])
                                              or (
                                                sft.school_id is null
                                                and sft.district_id = any ($3::uuid[])
                                              )
                                            )
                                          from shift sft
                                          where sft.id = _l1.shift_id
                                        )
                                      )
                                      or (
                                        select sft.starts_at <= $8::timestamptz
                                        from shift sft
                                        where sft.id = _l1.shift_id
                                      )
                                    )
                                  )
                                  or (
                                    (
                                      select
                                        (
                                          sft.school_id = any ($4::uuid[])
                                          and (
                                            select act.organiser_id = $5::uuid
                                            from volunteer_activity act
                                            where act.id = sft.activity_id
                                          )
                                        )
                                      from shift sft
                                      where sft.id = _l1.shift_id
                                    )
                                    and (
                                      _l1.status not in ('WAITING', 'OFFERED')
                                      or (
                                        (
                                          select sft.starts_at <= $8::timestamptz
                                          from shift sft
                                          where sft.id = _l1.shift_id
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
                                                      gsh.guardian_id = _l1.guardian_id
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
                                          where ash.id = _l1.shift_id
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
                                                tie.guardian_id = _l1.guardian_id
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
                                          where sft.id = _l1.shift_id
                                        )
                                      )
                                    )
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."priority" asc,
                              _l1."joined_at" asc,
                              _l1."sequence" asc,
                              _l1."id" asc
                            limit $15::int
                          ) _l1
                      ),
                      case
                        when (
                          (
                            (
                              _r0.school_id = any ($4::uuid[])
                              and (
                                select act.organiser_id = $5::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                            or (
                              _r0.published_at is not null
                              and (
                                _r0.school_id = any ($2::uuid[])
                                or (
                                  _r0.school_id is null
                                  and _r0.district_id = any ($3::uuid[])
                                )
                              )
                            )
                          )
                        ) is not true then 'false'
                        else 'null'
                      end
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || _l0."places_taken"::text || ',' || right(json_build_array(_l0."name", (false))::text, -1)
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from shift_role _l0
                    where
                      (
                        _l0."shift_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."ordinal" asc,
                      _l0."id" asc
                    limit $16::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r4."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r4.person_id
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
                                      tie.guardian_id = _r4.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($10::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($11::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r4
                        where
                          (
                            _r4.id = (
                              select sgn.guardian_id
                              from signup sgn
                              where sgn.id = _l3.signup_id
                            )
                            and (
                              _r4.id = $6::uuid
                              or _r4.id = any (
                                array(
                                  select tie.guardian_id
                                  from
                                    household_student hst
                                    join household_guardian hgd on hgd.household_id = hst.household_id
                                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                                    and tie.student_id = hst.student_id
                                  where
                                    hst.household_id = any ($12::uuid[])
                                    and hst.student_id = any ($13::uuid[])
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
                                  g.guardian_id = _r4.id
                                  and g.status in ('ACTIVE', 'PENDING')
                                  and m.school_class_id = any ($11::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
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
                                        stu.school_id = any ($10::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($11::uuid[])
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
                            _r5.id = _l3."to_id"
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
                                    hst.household_id = any ($12::uuid[])
                                    and hst.student_id = any ($13::uuid[])
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
                                  and m.school_class_id = any ($11::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l3."id"::text || '","' || _l3."way"::text || '","' || _l3."status"::text || '","' || _l3."offered_at"::text || '",' || right(
                        json_build_array(
                          (
                            select per.name
                            from person per
                            where
                              per.id = (
                                select sgn.person_id
                                from signup sgn
                                where sgn.id = _l3.signup_id
                              )
                          ),
                          (
                            (
                              _r0.school_id = any ($4::uuid[])
                              and (
                                select act.organiser_id = $5::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                          ),
                          (
                            select per.name
                            from person per
                            where per.id = _l3.to_person_id
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
                    from stand_in _l3
                    where
                      (
                        _l3."shift_id" = _r0.id
                        and (
                          (
                            _l3.to_id = $6::uuid
                            and (
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
                                where act.id = _r0.activity_id
                              )
                              or (
                                _l3.status not in ('OFFERED', 'PENDING')
                                and (
                                  _r0.school_id = any ($2::uuid[])
                                  or (
                                    _r0.school_id is null
                                    and _r0.district_id = any ($3::uuid[])
                                  )
                                )
                              )
                              or _r0.starts_at <= $8::timestamptz
                            )
                          )
                          or (
                            (
                              select sgn.guardian_id = $6::uuid
                              from signup sgn
                              where sgn.id = _l3.signup_id
                            )
                            and (
                              exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _l3.signup_id
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
                                    exists (
                                      select 1
                                      from audience_target t
                                      where
                                        t.audience_id = act.audience_id
                                        and t.key = any ($7::text[])
                                    )
                                  from volunteer_activity act
                                  where act.id = _r0.activity_id
                                )
                                or (
                                  _l3.status not in ('OFFERED', 'PENDING')
                                  and (
                                    _r0.school_id = any ($2::uuid[])
                                    or (
                                      _r0.school_id is null
                                      and _r0.district_id = any ($3::uuid[])
                                    )
                                  )
                                )
                                or _r0.starts_at <= $8::timestamptz
                              )
                            )
                          )
                          or (
                            (
                              _r0.school_id = any ($4::uuid[])
                              and (
                                select act.organiser_id = $5::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                            and (
                              _l3.status not in ('OFFERED', 'PENDING')
                              or (
                                (
                                  select
                                    (
                                      sgn.status not in ('PENDING', 'CONFIRMED')
                                      or (
                                        (
                                          select sft.starts_at <= $8::timestamptz
                                          from shift sft
                                          where sft.id = sgn.shift_id
                                        )
                                        or exists (
                                          select 1
                                          from engagement res
                                          where
                                            res.source_id = sgn.id
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
                                                  gsh.guardian_id = sgn.guardian_id
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
                                                tie.guardian_id = sgn.guardian_id
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
                                          where sft.id = sgn.shift_id
                                        )
                                      )
                                      or exists (
                                        select 1
                                        from attendance att
                                        where
                                          att.signup_id = sgn.id
                                          and att.checked_in_at is not null
                                      )
                                    )
                                  from signup sgn
                                  where sgn.id = _l3.signup_id
                                )
                                and (
                                  (
                                    _l3.to_id is null
                                    or _l3.way = 'CODE'
                                    and _l3.status = 'OFFERED'
                                  )
                                  or (
                                    _r0.starts_at <= $8::timestamptz
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
                                                  gsh.guardian_id = _l3.to_id
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
                                    or exists (
                                      select 1
                                      from
                                        guardianship tie
                                        join student stu on stu.id = tie.student_id
                                        and stu.left_on is null
                                        join school sch on sch.id = stu.school_id
                                      where
                                        tie.guardian_id = _l3.to_id
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
                                )
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l3."offered_at" desc,
                      _l3."id" desc
                    limit $17::int
                  ) _l3
              ),
              case
                when (
                  (
                    (
                      _r0.school_id = any ($4::uuid[])
                      and (
                        select act.organiser_id = $5::uuid
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      )
                    )
                    or (
                      _r0.published_at is not null
                      and (
                        _r0.school_id = any ($2::uuid[])
                        or (
                          _r0.school_id is null
                          and _r0.district_id = any ($3::uuid[])
                        )
                      )
                    )
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || ('"' || _r0."id"::text || '","' || _r0."starts_at"::text || '"]'),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($18::uuid[])
            and (
              (
                _r0.published_at is not null
                and (
                  _r0.school_id = any ($2::uuid[])
                  or (
                    _r0.school_id is null
                    and _r0.district_id = any ($3::uuid[])
                  )
                )
              )
              or (
                _r0.school_id = any ($4::uuid[])
                and (
                  _r0.published_at is not null
                  or (
                    select act.organiser_id = $5::uuid
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
