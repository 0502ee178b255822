-- ShiftAttendance, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.shift (Shift)
-- _r1: Shift.attendedCount
-- _r2: Shift.noShowCount
-- _r3: Shift.activity
-- _l0: Shift.signups
-- _r4: Signup.role
-- _r5: Signup.guardian
-- _r6: Signup.attendance
-- _l1: Signup.serviceRecords
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
                          or _r0.school_id = any ($4::uuid[])
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from attendance _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
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
                    and _r1.checked_in_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
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
                          or _r0.school_id = any ($4::uuid[])
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from attendance _r2
                where
                  (
                    _r2."shift_id" = _r0.id
                    and (
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
                    and _r2.no_show_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                from volunteer_activity _r3
                where
                  (
                    _r3.id = _r0."activity_id"
                    and (
                      (
                        _r3.school_id = any ($2::uuid[])
                        and (
                          _r3.published_at is not null
                          or _r3.organiser_id = $3::uuid
                        )
                      )
                      or _r3.school_id = any ($4::uuid[])
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
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from shift_role _r4
                        where
                          (
                            _r4.id = _l0."role_id"
                            and exists (
                              select 1
                              from shift sft
                              where
                                sft.id = _r4.shift_id
                                and (
                                  (
                                    sft.school_id = any ($2::uuid[])
                                    and (
                                      sft.published_at is not null
                                      or (
                                        select act.organiser_id = $3::uuid
                                        from volunteer_activity act
                                        where act.id = sft.activity_id
                                      )
                                    )
                                  )
                                  or sft.school_id = any ($4::uuid[])
                                )
                            )
                          )
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
                                            and m.school_class_id = any ($5::uuid[])
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
                            _r5.id = _l0."guardian_id"
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
                        select '["' || _r6."id"::text || '",' || coalesce('"' || _r6."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."excused_at"::text || '"', 'null') || ']'
                        from attendance _r6
                        where
                          (
                            _r6."signup_id" = _l0.id
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
                              where sft.id = _r6.shift_id
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l1."id"::text || '",' || _l1."minutes"::text || ',"' || _l1."source"::text || '","' || _l1."status"::text || '"]',
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from service_record _l1
                            where
                              (
                                _l1."signup_id" = _l0.id
                                and (
                                  (
                                    _l1.school_id = any ($2::uuid[])
                                    and (
                                      select act.organiser_id
                                      from
                                        shift sft
                                        join volunteer_activity act on act.id = sft.activity_id
                                      where sft.id = _l1.shift_id
                                    ) = $3::uuid
                                  )
                                  or _l1.school_id = any ($4::uuid[])
                                )
                                and true
                              )
                            order by
                              _l1."starts_at" desc,
                              _l1."id" desc
                            limit $6::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."signed_up_at"::text)::text, -1)),
                    ','
                  ) filter (
                    where _l0._n <= $7::int
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
                ) || ',' || (count(*) > $7::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from signup _l0
                      where
                        (
                          _l0."shift_id" = _r0.id
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
                              _l0.status not in ('PENDING', 'CONFIRMED')
                              or (
                                _r0.starts_at <= $8::timestamptz
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
                                or exists (
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
                                  att.signup_id = _l0.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                          and _l0."status" = $10
                        )
                      order by
                        _l0."signed_up_at" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."ends_at"::text || '","' || _r0."starts_at"::text || '",' || right(
                json_build_array(
                  (
                    select to_json(sft.starts_at - make_interval(mins => coalesce(vop.check_in_early_minutes, $11::int)))
                    from
                      shift sft
                      left join volunteering_policy vop on vop.district_id = sft.district_id
                    where sft.id = _r0.id
                  ),
                  (
                    coalesce(
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
                      ),
                      false
                    )
                  ),
                  (_r0.status = 'SCHEDULED'),
                  _r0."place"
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
-- _r1: Shift.attendedCount
-- _r2: Shift.noShowCount
-- _r3: Shift.activity
-- _l0: Shift.signups
-- _r4: Signup.role
-- _r5: Signup.guardian
-- _r6: Signup.attendance
-- _l1: Signup.serviceRecords
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
                          _r0.school_id = any ($2::uuid[])
                          and (
                            select act.organiser_id = $3::uuid
                            from volunteer_activity act
                            where act.id = _r0.activity_id
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from attendance _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      _r0.school_id = any ($2::uuid[])
                      and (
                        select act.organiser_id = $3::uuid
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      )
                    )
                    and _r1.checked_in_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
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
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from attendance _r2
                where
                  (
                    _r2."shift_id" = _r0.id
                    and (
                      _r0.school_id = any ($2::uuid[])
                      and (
                        select act.organiser_id = $3::uuid
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      )
                    )
                    and _r2.no_show_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                from volunteer_activity _r3
                where
                  (
                    _r3.id = _r0."activity_id"
                    and (
                      _r3.school_id = any ($2::uuid[])
                      and (
                        _r3.published_at is not null
                        or _r3.organiser_id = $3::uuid
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
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from shift_role _r4
                        where
                          (
                            _r4.id = _l0."role_id"
                            and exists (
                              select 1
                              from shift sft
                              where
                                sft.id = _r4.shift_id
                                and (
                                  sft.school_id = any ($2::uuid[])
                                  and (
                                    sft.published_at is not null
                                    or (
                                      select act.organiser_id = $3::uuid
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  )
                                )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select 'null'
                        from guardian _r5
                        where false
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r6."id"::text || '",' || coalesce('"' || _r6."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."excused_at"::text || '"', 'null') || ']'
                        from attendance _r6
                        where
                          (
                            _r6."signup_id" = _l0.id
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
                              where sft.id = _r6.shift_id
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l1."id"::text || '",' || _l1."minutes"::text || ',"' || _l1."source"::text || '","' || _l1."status"::text || '"]',
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from service_record _l1
                            where
                              (
                                _l1."signup_id" = _l0.id
                                and (
                                  _l1.school_id = any ($2::uuid[])
                                  and (
                                    select act.organiser_id
                                    from
                                      shift sft
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where sft.id = _l1.shift_id
                                  ) = $3::uuid
                                )
                                and true
                              )
                            order by
                              _l1."starts_at" desc,
                              _l1."id" desc
                            limit $4::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."signed_up_at"::text)::text, -1)),
                    ','
                  ) filter (
                    where _l0._n <= $5::int
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
                ) || ',' || (count(*) > $5::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from signup _l0
                      where
                        (
                          _l0."shift_id" = _r0.id
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
                              _l0.status not in ('PENDING', 'CONFIRMED')
                              or (
                                _r0.starts_at <= $6::timestamptz
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
                                          and $7::date between scy.starts_on and scy.ends_on
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
                                          and gsh.valid_from <= $7::date
                                          and (
                                            gsh.valid_to is null
                                            or gsh.valid_to >= $7::date
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
                                    tie.guardian_id = _l0.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $7::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $7::date
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
                                        and $7::date between scy.starts_on and scy.ends_on
                                    )
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
                          and _l0."status" = $8
                        )
                      order by
                        _l0."signed_up_at" desc,
                        _l0."id" desc
                      limit ($5::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."ends_at"::text || '","' || _r0."starts_at"::text || '",' || right(
                json_build_array(
                  (
                    select to_json(sft.starts_at - make_interval(mins => coalesce(vop.check_in_early_minutes, $9::int)))
                    from
                      shift sft
                      left join volunteering_policy vop on vop.district_id = sft.district_id
                    where sft.id = _r0.id
                  ),
                  (
                    coalesce(
                      (
                        _r0.school_id = any ($2::uuid[])
                        and (
                          select act.organiser_id = $3::uuid
                          from volunteer_activity act
                          where act.id = _r0.activity_id
                        )
                      ),
                      false
                    )
                  ),
                  (_r0.status = 'SCHEDULED'),
                  _r0."place"
                )::text,
                -1
              )
            ),
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
-- _r1: Shift.attendedCount
-- _r2: Shift.noShowCount
-- _r3: Shift.activity
-- _l0: Shift.signups
-- _r4: Signup.role
-- _r5: Signup.guardian
-- _r6: Signup.attendance
-- _l1: Signup.serviceRecords
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
                          _r0.school_id = any ($2::uuid[])
                          and (
                            select act.organiser_id = $3::uuid
                            from volunteer_activity act
                            where act.id = _r0.activity_id
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from attendance _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      _r0.school_id = any ($2::uuid[])
                      and (
                        select act.organiser_id = $3::uuid
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      )
                    )
                    and _r1.checked_in_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
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
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from attendance _r2
                where
                  (
                    _r2."shift_id" = _r0.id
                    and (
                      _r0.school_id = any ($2::uuid[])
                      and (
                        select act.organiser_id = $3::uuid
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      )
                    )
                    and _r2.no_show_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                from volunteer_activity _r3
                where
                  (
                    _r3.id = _r0."activity_id"
                    and (
                      _r3.school_id = any ($2::uuid[])
                      and (
                        _r3.published_at is not null
                        or _r3.organiser_id = $3::uuid
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
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from shift_role _r4
                        where
                          (
                            _r4.id = _l0."role_id"
                            and exists (
                              select 1
                              from shift sft
                              where
                                sft.id = _r4.shift_id
                                and (
                                  sft.school_id = any ($2::uuid[])
                                  and (
                                    sft.published_at is not null
                                    or (
                                      select act.organiser_id = $3::uuid
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
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
                                            and m.school_class_id = any ($5::uuid[])
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
                            _r5.id = _l0."guardian_id"
                            and exists (
                              select 1
                              from
                                guardianship g
                                join class_membership m on m.student_id = g.student_id
                              where
                                g.guardian_id = _r5.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($5::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r6."id"::text || '",' || coalesce('"' || _r6."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."excused_at"::text || '"', 'null') || ']'
                        from attendance _r6
                        where
                          (
                            _r6."signup_id" = _l0.id
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
                              where sft.id = _r6.shift_id
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l1."id"::text || '",' || _l1."minutes"::text || ',"' || _l1."source"::text || '","' || _l1."status"::text || '"]',
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from service_record _l1
                            where
                              (
                                _l1."signup_id" = _l0.id
                                and (
                                  _l1.school_id = any ($2::uuid[])
                                  and (
                                    select act.organiser_id
                                    from
                                      shift sft
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where sft.id = _l1.shift_id
                                  ) = $3::uuid
                                )
                                and true
                              )
                            order by
                              _l1."starts_at" desc,
                              _l1."id" desc
                            limit $6::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."signed_up_at"::text)::text, -1)),
                    ','
                  ) filter (
                    where _l0._n <= $7::int
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
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from signup _l0
                      where
                        (
                          _l0."shift_id" = _r0.id
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
                              _l0.status not in ('PENDING', 'CONFIRMED')
                              or (
                                _r0.starts_at <= $8::timestamptz
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
                                or exists (
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
                                  att.signup_id = _l0.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                          and _l0."status" = $10
                        )
                      order by
                        _l0."signed_up_at" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."ends_at"::text || '","' || _r0."starts_at"::text || '",' || right(
                json_build_array(
                  (
                    select to_json(sft.starts_at - make_interval(mins => coalesce(vop.check_in_early_minutes, $11::int)))
                    from
                      shift sft
                      left join volunteering_policy vop on vop.district_id = sft.district_id
                    where sft.id = _r0.id
                  ),
                  (
                    coalesce(
                      (
                        _r0.school_id = any ($2::uuid[])
                        and (
                          select act.organiser_id = $3::uuid
                          from volunteer_activity act
                          where act.id = _r0.activity_id
                        )
                      ),
                      false
                    )
                  ),
                  (_r0.status = 'SCHEDULED'),
                  _r0."place"
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

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.shift (Shift)
-- _r1: Shift.attendedCount
-- _r2: Shift.noShowCount
-- _r3: Shift.activity
-- _l0: Shift.signups
-- _r4: Signup.role
-- _r5: Signup.guardian
-- _r6: Signup.attendance
-- _l1: Signup.serviceRecords
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
                from attendance _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      (
                        (
                          _r0.school_id is null
                          and _r0.district_id = any ($2::uuid[])
                        )
                        or (
                          select
                            (
                              sgn.status = 'CONFIRMED'
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
                                        and stf.person_id <> all (array_remove(array[sgn.person_id], null))
                                    )
                                  )
                                from shift sft
                                where sft.id = sgn.shift_id
                              )
                            )
                          from signup sgn
                          where sgn.id = _r1.signup_id
                        )
                      )
                      or _r0.district_id = any ($2::uuid[])
                    )
                    and _r1.checked_in_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
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
                from attendance _r2
                where
                  (
                    _r2."shift_id" = _r0.id
                    and (
                      (
                        (
                          _r0.school_id is null
                          and _r0.district_id = any ($2::uuid[])
                        )
                        or (
                          select
                            (
                              sgn.status = 'CONFIRMED'
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
                                        and stf.person_id <> all (array_remove(array[sgn.person_id], null))
                                    )
                                  )
                                from shift sft
                                where sft.id = sgn.shift_id
                              )
                            )
                          from signup sgn
                          where sgn.id = _r2.signup_id
                        )
                      )
                      or _r0.district_id = any ($2::uuid[])
                    )
                    and _r2.no_show_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                from volunteer_activity _r3
                where
                  (
                    _r3.id = _r0."activity_id"
                    and _r3.district_id = any ($2::uuid[])
                  )
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from shift_role _r4
                        where
                          (
                            _r4.id = _l0."role_id"
                            and exists (
                              select 1
                              from shift sft
                              where
                                sft.id = _r4.shift_id
                                and sft.district_id = any ($2::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select 'null'
                        from guardian _r5
                        where false
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r6."id"::text || '",' || coalesce('"' || _r6."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."excused_at"::text || '"', 'null') || ']'
                        from attendance _r6
                        where
                          (
                            _r6."signup_id" = _l0.id
                            and (
                              (
                                select
                                  (
                                    sft.school_id is null
                                    and sft.district_id = any ($2::uuid[])
                                  )
                                from shift sft
                                where sft.id = _r6.shift_id
                              )
                              or (
                                _l0.status = 'CONFIRMED'
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
                                      and stf.person_id <> all (array_remove(array[_l0.person_id], null))
                                  )
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
                          '[' || string_agg(
                            '["' || _l1."id"::text || '",' || _l1."minutes"::text || ',"' || _l1."source"::text || '","' || _l1."status"::text || '"]',
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from service_record _l1
                            where
                              (
                                _l1."signup_id" = _l0.id
                                and (
                                  (
                                    _l1.school_id is null
                                    and _l1.district_id = any ($2::uuid[])
                                  )
                                  or (
                                    (
                                      _l1.district_id = any ($2::uuid[])
                                      and (
                                        _l1.school_id is not null
                                        and _l1.status in ('PENDING', 'APPEALED', 'APPROVED')
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
                                            and asg.school_id = _l1.school_id
                                            and (
                                              asg.role = 'SCHOOL_ADMIN'
                                              or _l1.appealed_at is null
                                              and asg.staff_id = (
                                                select act.organiser_id
                                                from
                                                  shift sft
                                                  join volunteer_activity act on act.id = sft.activity_id
                                                where sft.id = _l1.shift_id
                                              )
                                            )
                                            and stf.person_id <> all (array_remove(array[_l1.person_id, _l1.filed_by_id, _l1.rejected_by_id], null))
                                        )
                                      )
                                      and (
                                        _l1.status <> 'APPROVED'
                                        or _l1.approver_id = any (
                                          array(
                                            select stf.person_id
                                            from
                                              staff_assignment asg
                                              join staff stf on stf.id = asg.staff_id
                                            where
                                              asg.role = 'DISTRICT_ADMIN'
                                              and asg.district_id = any ($2::uuid[])
                                              and asg.ended_at is null
                                              and asg.valid_from <= $4::date
                                              and (
                                                asg.valid_to is null
                                                or asg.valid_to >= $4::date
                                              )
                                          )
                                        )
                                      )
                                    )
                                    or (
                                      _l1.district_id = any ($2::uuid[])
                                      and _l1.approver_id = $5::uuid
                                      and _l1.decided_for_district
                                    )
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."starts_at" desc,
                              _l1."id" desc
                            limit $6::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."signed_up_at"::text)::text, -1)),
                    ','
                  ) filter (
                    where _l0._n <= $7::int
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
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from signup _l0
                      where
                        (
                          _l0."shift_id" = _r0.id
                          and (
                            (
                              (
                                _r0.school_id is null
                                and _r0.district_id = any ($2::uuid[])
                              )
                              and (
                                _l0.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  _r0.starts_at <= $3::timestamptz
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
                                  or exists (
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
                                      and stf.person_id <> all (array_remove(array[_l0.person_id], null))
                                  )
                                )
                              )
                              and (
                                _l0.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  _r0.starts_at <= $3::timestamptz
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
                                  or exists (
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
                                    att.signup_id = _l0.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                            or (
                              _l0.status = 'CONFIRMED'
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
                                    and stf.person_id <> all (array_remove(array[_l0.person_id], null))
                                )
                              )
                            )
                            or (
                              (
                                _l0.decided_by_id = $8::uuid
                                and _l0.decided_for_district
                                or _l0.cancel_decided_by_id = $8::uuid
                                and _l0.cancel_decided_for_district
                              )
                              and _r0.district_id = any ($2::uuid[])
                            )
                          )
                          and _l0."status" = $9
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
                        _l0."signed_up_at" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."ends_at"::text || '","' || _r0."starts_at"::text || '",' || right(
                json_build_array(
                  (
                    select to_json(sft.starts_at - make_interval(mins => coalesce(vop.check_in_early_minutes, $10::int)))
                    from
                      shift sft
                      left join volunteering_policy vop on vop.district_id = sft.district_id
                    where sft.id = _r0.id
                  ),
                  (
                    coalesce(
                      (
                        _r0.school_id is null
                        and _r0.district_id = any ($2::uuid[])
                      ),
                      false
                    )
                  ),
                  (_r0.status = 'SCHEDULED'),
                  _r0."place"
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from shift _r0
        where
          (
            _r0.id = any ($11::uuid[])
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
-- _r1: Shift.attendedCount
-- _r2: Shift.noShowCount
-- _r3: Shift.activity
-- _l0: Shift.signups
-- _r4: Signup.role
-- _r5: Signup.guardian
-- _r6: Signup.attendance
-- _l1: Signup.serviceRecords
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
                          _r0.school_id = any ($2::uuid[])
                          and (
                            select act.organiser_id = $3::uuid
                            from volunteer_activity act
                            where act.id = _r0.activity_id
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from attendance _r1
                where
                  (
                    _r1."shift_id" = _r0.id
                    and (
                      (
                        select sgn.guardian_id = $4::uuid
                        from signup sgn
                        where sgn.id = _r1.signup_id
                      )
                      or (
                        _r0.school_id = any ($2::uuid[])
                        and (
                          select act.organiser_id = $3::uuid
                          from volunteer_activity act
                          where act.id = _r0.activity_id
                        )
                      )
                    )
                    and _r1.checked_in_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  (
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
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from attendance _r2
                where
                  (
                    _r2."shift_id" = _r0.id
                    and (
                      (
                        select sgn.guardian_id = $4::uuid
                        from signup sgn
                        where sgn.id = _r2.signup_id
                      )
                      or (
                        _r0.school_id = any ($2::uuid[])
                        and (
                          select act.organiser_id = $3::uuid
                          from volunteer_activity act
                          where act.id = _r0.activity_id
                        )
                      )
                    )
                    and _r2.no_show_at is not null
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."title")::text, -1)
                from volunteer_activity _r3
                where
                  (
                    _r3.id = _r0."activity_id"
                    and (
                      (
                        _r3.published_at is not null
                        and (
                          _r3.school_id = any ($5::uuid[])
                          or (
                            _r3.school_id is null
                            and _r3.district_id = any ($6::uuid[])
                          )
                        )
                      )
                      or (
                        _r3.school_id = any ($2::uuid[])
                        and (
                          _r3.published_at is not null
                          or _r3.organiser_id = $3::uuid
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
                        select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name")::text, -1)
                        from shift_role _r4
                        where
                          (
                            _r4.id = _l0."role_id"
                            and exists (
                              select 1
                              from shift sft
                              where
                                sft.id = _r4.shift_id
                                and (
                                  (
                                    sft.published_at is not null
                                    and (
                                      sft.school_id = any ($5::uuid[])
                                      or (
                                        sft.school_id is null
                                        and sft.district_id = any ($6::uuid[])
                                      )
                                    )
                                  )
                                  or (
                                    sft.school_id = any ($2::uuid[])
                                    and (
                                      sft.published_at is not null
                                      or (
                                        select act.organiser_id = $3::uuid
                                        from volunteer_activity act
                                        where act.id = sft.activity_id
                                      )
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
                            _r5.id = _l0."guardian_id"
                            and (
                              _r5.id = $4::uuid
                              or _r5.id = any (
                                array(
                                  select tie.guardian_id
                                  from
                                    household_student hst
                                    join household_guardian hgd on hgd.household_id = hst.household_id
                                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                                    and tie.student_id = hst.student_id
                                  where
                                    hst.household_id = any ($9::uuid[])
                                    and hst.student_id = any ($10::uuid[])
                                    and tie.status = 'ACTIVE'
                                    and tie.valid_from <= $11::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $11::date
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
                                  and m.school_class_id = any ($8::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r6."id"::text || '",' || coalesce('"' || _r6."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r6."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r6."excused_at"::text || '"', 'null') || ']'
                        from attendance _r6
                        where
                          (
                            _r6."signup_id" = _l0.id
                            and (
                              _l0.guardian_id = $4::uuid
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
                                where sft.id = _r6.shift_id
                              )
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '["' || _l1."id"::text || '",' || _l1."minutes"::text || ',"' || _l1."source"::text || '","' || _l1."status"::text || '"]',
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from service_record _l1
                            where
                              (
                                _l1."signup_id" = _l0.id
                                and (
                                  _l1.guardian_id = $4::uuid
                                  or (
                                    _l1.school_id = any ($2::uuid[])
                                    and (
                                      select act.organiser_id
                                      from
                                        shift sft
                                        join volunteer_activity act on act.id = sft.activity_id
                                      where sft.id = _l1.shift_id
                                    ) = $3::uuid
                                  )
                                )
                                and true
                              )
                            order by
                              _l1."starts_at" desc,
                              _l1."id" desc
                            limit $12::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."signed_up_at"::text)::text, -1)),
                    ','
                  ) filter (
                    where _l0._n <= $13::int
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
                            _r0.school_id = any ($5::uuid[])
                            or (
                              _r0.school_id is null
                              and _r0.district_id = any ($6::uuid[])
                            )
                          )
                        )
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $13::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from signup _l0
                      where
                        (
                          _l0."shift_id" = _r0.id
                          and (
                            (
                              _l0.guardian_id = $4::uuid
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
                                      or res.rests_on && $14::text[]
                                    )
                                )
                                or _r0.starts_at <= $15::timestamptz
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
                                _l0.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  _r0.starts_at <= $15::timestamptz
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
                                            and $11::date between scy.starts_on and scy.ends_on
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
                                            and gsh.valid_from <= $11::date
                                            and (
                                              gsh.valid_to is null
                                              or gsh.valid_to >= $11::date
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
                                      tie.guardian_id = _l0.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $11::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $11::date
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
                                          and $11::date between scy.starts_on and scy.ends_on
                                      )
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
                          and _l0."status" = $16
                        )
                      order by
                        _l0."signed_up_at" desc,
                        _l0."id" desc
                      limit ($13::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."ends_at"::text || '","' || _r0."starts_at"::text || '",' || right(
                json_build_array(
                  (
                    select to_json(sft.starts_at - make_interval(mins => coalesce(vop.check_in_early_minutes, $17::int)))
                    from
                      shift sft
                      left join volunteering_policy vop on vop.district_id = sft.district_id
                    where sft.id = _r0.id
                  ),
                  (
                    coalesce(
                      (
                        _r0.school_id = any ($2::uuid[])
                        and (
                          select act.organiser_id = $3::uuid
                          from volunteer_activity act
                          where act.id = _r0.activity_id
                        )
                      ),
                      false
                    )
                  ),
                  (_r0.status = 'SCHEDULED'),
                  _r0."place"
                )::text,
                -1
              )
            ),
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
                  _r0.school_id = any ($5::uuid[])
                  or (
                    _r0.school_id is null
                    and _r0.district_id = any ($6::uuid[])
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
