-- ShiftEditor, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.shift (Shift)
-- _l0: Shift.roles
-- _r1: Shift.activity
-- _r2: Shift.series
-- _l1: Shift.signups
-- _r3: Signup.guardian
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
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || _l0."capacity"::text || ',' || _l0."minimum"::text || ',' || _l0."places_taken"::text || ',' || _l0."approval_required"::text || ',' || right(json_build_array(_l0."name", _l0."description", (false), _l0."qualification")::text, -1),
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
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."status"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      (
                        _r1.school_id = any ($3::uuid[])
                        and (
                          _r1.published_at is not null
                          or _r1.organiser_id = $4::uuid
                        )
                      )
                      or _r1.school_id = any ($5::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || _r2."revision"::text || ',' || right(json_build_array(_r2."weekdays")::text, -1)
                from shift_series _r2
                where
                  (
                    _r2.id = _r0."series_id"
                    and (
                      select
                        (
                          act.school_id = any ($5::uuid[])
                          or (
                            act.organiser_id = $4::uuid
                            and act.school_id = any ($3::uuid[])
                          )
                        )
                      from volunteer_activity act
                      where act.id = _r2.activity_id
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
                                        stu.school_id = any ($5::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($6::uuid[])
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
                                and s.school_id = any ($5::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."signed_up_at"::text || '",' || coalesce('"' || _l1."reconfirm_until"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          (
                            select
                              json_build_object(
                                'own',
                                _l1.person_id is not distinct from $7::uuid,
                                'manageable',
                                (
                                  (
                                    _r0.school_id = any ($3::uuid[])
                                    and (
                                      select act.organiser_id = $4::uuid
                                      from volunteer_activity act
                                      where act.id = _r0.activity_id
                                    )
                                  )
                                  or _r0.school_id = any ($5::uuid[])
                                ),
                                'startsAt',
                                sft.starts_at
                              )
                            from shift sft
                            where sft.id = _l1.shift_id
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $8::int
                  ) || ']',
                  case
                    when (
                      (
                        (
                          _r0.school_id = any ($3::uuid[])
                          and (
                            select act.organiser_id = $4::uuid
                            from volunteer_activity act
                            where act.id = _r0.activity_id
                          )
                        )
                        or _r0.school_id = any ($5::uuid[])
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $8::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from signup _l1
                      where
                        (
                          _l1."shift_id" = _r0.id
                          and (
                            (
                              (
                                _r0.school_id = any ($3::uuid[])
                                and (
                                  select act.organiser_id = $4::uuid
                                  from volunteer_activity act
                                  where act.id = _r0.activity_id
                                )
                              )
                              or _r0.school_id = any ($5::uuid[])
                            )
                            and (
                              _l1.status not in ('PENDING', 'CONFIRMED')
                              or (
                                _r0.starts_at <= $9::timestamptz
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _l1.id
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
                                          and $10::date between scy.starts_on and scy.ends_on
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
                                          and gsh.valid_from <= $10::date
                                          and (
                                            gsh.valid_to is null
                                            or gsh.valid_to >= $10::date
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
                                    tie.guardian_id = _l1.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $10::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $10::date
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
                                        and $10::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              )
                              or exists (
                                select 1
                                from attendance att
                                where
                                  att.signup_id = _l1.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                          and _l1."status" = any ($11::text[])
                        )
                      order by
                        _l1."signed_up_at" desc,
                        _l1."id" desc
                      limit ($8::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '","' || _r0."signup_opens_at"::text || '","' || _r0."signup_closes_at"::text || '","' || _r0."cancel_until"::text || '",' || coalesce('"' || _r0."series_date"::text || '"', 'null') || ',' || _r0."detached"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."place",
                  _r0."cancel_reason",
                  (
                    coalesce(
                      (
                        select
                          (
                            act.school_id = any ($5::uuid[])
                            or (
                              act.organiser_id = $4::uuid
                              and act.school_id = any ($3::uuid[])
                            )
                          )
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      ),
                      false
                    )
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
              (
                _r0.school_id = any ($3::uuid[])
                and (
                  _r0.published_at is not null
                  or (
                    select act.organiser_id = $4::uuid
                    from volunteer_activity act
                    where act.id = _r0.activity_id
                  )
                )
              )
              or _r0.school_id = any ($5::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for staff; staff + auditsSchool
-- _r0: Query.shift (Shift)
-- _l0: Shift.roles
-- _r1: Shift.activity
-- _r2: Shift.series
-- _l1: Shift.signups
-- _r3: Signup.guardian
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
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || _l0."capacity"::text || ',' || _l0."minimum"::text || ',' || _l0."places_taken"::text || ',' || _l0."approval_required"::text || ',' || right(json_build_array(_l0."name", _l0."description", (false), _l0."qualification")::text, -1),
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
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."status"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      _r1.school_id = any ($3::uuid[])
                      and (
                        _r1.published_at is not null
                        or _r1.organiser_id = $4::uuid
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || _r2."revision"::text || ',' || right(json_build_array(_r2."weekdays")::text, -1)
                from shift_series _r2
                where
                  (
                    _r2.id = _r0."series_id"
                    and (
                      select
                        (
                          act.organiser_id = $4::uuid
                          and act.school_id = any ($3::uuid[])
                        )
                      from volunteer_activity act
                      where act.id = _r2.activity_id
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
                        select 'null'
                        from guardian _r3
                        where false
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."signed_up_at"::text || '",' || coalesce('"' || _l1."reconfirm_until"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          (
                            select
                              json_build_object(
                                'own',
                                _l1.person_id is not distinct from $5::uuid,
                                'manageable',
                                (
                                  _r0.school_id = any ($3::uuid[])
                                  and (
                                    select act.organiser_id = $4::uuid
                                    from volunteer_activity act
                                    where act.id = _r0.activity_id
                                  )
                                ),
                                'startsAt',
                                sft.starts_at
                              )
                            from shift sft
                            where sft.id = _l1.shift_id
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $6::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.school_id = any ($3::uuid[])
                        and (
                          select act.organiser_id = $4::uuid
                          from volunteer_activity act
                          where act.id = _r0.activity_id
                        )
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $6::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from signup _l1
                      where
                        (
                          _l1."shift_id" = _r0.id
                          and (
                            (
                              _r0.school_id = any ($3::uuid[])
                              and (
                                select act.organiser_id = $4::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                            and (
                              _l1.status not in ('PENDING', 'CONFIRMED')
                              or (
                                _r0.starts_at <= $7::timestamptz
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _l1.id
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
                                          and $8::date between scy.starts_on and scy.ends_on
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
                                          and gsh.valid_from <= $8::date
                                          and (
                                            gsh.valid_to is null
                                            or gsh.valid_to >= $8::date
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
                                    tie.guardian_id = _l1.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $8::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $8::date
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
                                        and $8::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              )
                              or exists (
                                select 1
                                from attendance att
                                where
                                  att.signup_id = _l1.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                          and _l1."status" = any ($9::text[])
                        )
                      order by
                        _l1."signed_up_at" desc,
                        _l1."id" desc
                      limit ($6::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '","' || _r0."signup_opens_at"::text || '","' || _r0."signup_closes_at"::text || '","' || _r0."cancel_until"::text || '",' || coalesce('"' || _r0."series_date"::text || '"', 'null') || ',' || _r0."detached"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."place",
                  _r0."cancel_reason",
                  (
                    coalesce(
                      (
                        select
                          (
                            act.organiser_id = $4::uuid
                            and act.school_id = any ($3::uuid[])
                          )
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      ),
                      false
                    )
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
            _r0.id = any ($10::uuid[])
            and (
              _r0.school_id = any ($3::uuid[])
              and (
                _r0.published_at is not null
                or (
                  select act.organiser_id = $4::uuid
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
-- _l0: Shift.roles
-- _r1: Shift.activity
-- _r2: Shift.series
-- _l1: Shift.signups
-- _r3: Signup.guardian
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
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || _l0."capacity"::text || ',' || _l0."minimum"::text || ',' || _l0."places_taken"::text || ',' || _l0."approval_required"::text || ',' || right(json_build_array(_l0."name", _l0."description", (false), _l0."qualification")::text, -1),
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
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."status"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      _r1.school_id = any ($3::uuid[])
                      and (
                        _r1.published_at is not null
                        or _r1.organiser_id = $4::uuid
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || _r2."revision"::text || ',' || right(json_build_array(_r2."weekdays")::text, -1)
                from shift_series _r2
                where
                  (
                    _r2.id = _r0."series_id"
                    and (
                      select
                        (
                          act.organiser_id = $4::uuid
                          and act.school_id = any ($3::uuid[])
                        )
                      from volunteer_activity act
                      where act.id = _r2.activity_id
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
                                        stu.school_id = any ($5::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($6::uuid[])
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
                                and m.school_class_id = any ($6::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."signed_up_at"::text || '",' || coalesce('"' || _l1."reconfirm_until"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          (
                            select
                              json_build_object(
                                'own',
                                _l1.person_id is not distinct from $7::uuid,
                                'manageable',
                                (
                                  _r0.school_id = any ($3::uuid[])
                                  and (
                                    select act.organiser_id = $4::uuid
                                    from volunteer_activity act
                                    where act.id = _r0.activity_id
                                  )
                                ),
                                'startsAt',
                                sft.starts_at
                              )
                            from shift sft
                            where sft.id = _l1.shift_id
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $8::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.school_id = any ($3::uuid[])
                        and (
                          select act.organiser_id = $4::uuid
                          from volunteer_activity act
                          where act.id = _r0.activity_id
                        )
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $8::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from signup _l1
                      where
                        (
                          _l1."shift_id" = _r0.id
                          and (
                            (
                              _r0.school_id = any ($3::uuid[])
                              and (
                                select act.organiser_id = $4::uuid
                                from volunteer_activity act
                                where act.id = _r0.activity_id
                              )
                            )
                            and (
                              _l1.status not in ('PENDING', 'CONFIRMED')
                              or (
                                _r0.starts_at <= $9::timestamptz
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _l1.id
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
                                          and $10::date between scy.starts_on and scy.ends_on
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
                                          and gsh.valid_from <= $10::date
                                          and (
                                            gsh.valid_to is null
                                            or gsh.valid_to >= $10::date
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
                                    tie.guardian_id = _l1.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $10::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $10::date
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
                                        and $10::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              )
                              or exists (
                                select 1
                                from attendance att
                                where
                                  att.signup_id = _l1.id
                                  and att.checked_in_at is not null
                              )
                            )
                          )
                          and _l1."status" = any ($11::text[])
                        )
                      order by
                        _l1."signed_up_at" desc,
                        _l1."id" desc
                      limit ($8::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '","' || _r0."signup_opens_at"::text || '","' || _r0."signup_closes_at"::text || '","' || _r0."cancel_until"::text || '",' || coalesce('"' || _r0."series_date"::text || '"', 'null') || ',' || _r0."detached"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."place",
                  _r0."cancel_reason",
                  (
                    coalesce(
                      (
                        select
                          (
                            act.organiser_id = $4::uuid
                            and act.school_id = any ($3::uuid[])
                          )
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      ),
                      false
                    )
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
              _r0.school_id = any ($3::uuid[])
              and (
                _r0.published_at is not null
                or (
                  select act.organiser_id = $4::uuid
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
-- _l0: Shift.roles
-- _r1: Shift.activity
-- _r2: Shift.series
-- _l1: Shift.signups
-- _r3: Signup.guardian
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
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || _l0."capacity"::text || ',' || _l0."minimum"::text || ',' || _l0."places_taken"::text || ',' || _l0."approval_required"::text || ',' || right(json_build_array(_l0."name", _l0."description", (false), _l0."qualification")::text, -1),
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
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."status"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and _r1.district_id = any ($3::uuid[])
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || _r2."revision"::text || ',' || right(json_build_array(_r2."weekdays")::text, -1)
                from shift_series _r2
                where
                  (
                    _r2.id = _r0."series_id"
                    and (
                      select act.district_id = any ($3::uuid[])
                      from volunteer_activity act
                      where act.id = _r2.activity_id
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
                        select 'null'
                        from guardian _r3
                        where false
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."signed_up_at"::text || '",' || coalesce('"' || _l1."reconfirm_until"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          (
                            select
                              json_build_object(
                                'own',
                                _l1.person_id is not distinct from $4::uuid,
                                'manageable',
                                (
                                  (
                                    _r0.school_id is null
                                    and _r0.district_id = any ($3::uuid[])
                                  )
                                  or (
                                    _l1.status in ('PENDING', 'CONFIRMED')
                                    and (
                                      _l1.status = 'PENDING'
                                      or _l1.cancel_requested_at is not null
                                    )
                                    and (
                                      _r0.school_id is not null
                                      and _r0.district_id = any ($3::uuid[])
                                      and _r0.status = 'SCHEDULED'
                                      and _r0.starts_at > $5::timestamptz
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $6::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $6::date
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
                                          and stf.person_id <> all (array_remove(array[_l1.person_id], null))
                                      )
                                    )
                                  )
                                ),
                                'startsAt',
                                sft.starts_at
                              )
                            from shift sft
                            where sft.id = _l1.shift_id
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $7::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.school_id is null
                        and _r0.district_id = any ($3::uuid[])
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $7::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from signup _l1
                      where
                        (
                          _l1."shift_id" = _r0.id
                          and (
                            (
                              (
                                _r0.school_id is null
                                and _r0.district_id = any ($3::uuid[])
                              )
                              and (
                                _l1.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  _r0.starts_at <= $5::timestamptz
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _l1.id
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
                                  or exists (
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
                                    att.signup_id = _l1.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                            or (
                              (
                                _l1.status in ('PENDING', 'CONFIRMED')
                                and (
                                  _l1.status = 'PENDING'
                                  or _l1.cancel_requested_at is not null
                                )
                                and (
                                  _r0.school_id is not null
                                  and _r0.district_id = any ($3::uuid[])
                                  and _r0.status = 'SCHEDULED'
                                  and _r0.starts_at > $5::timestamptz
                                  and not exists (
                                    select 1
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.ended_at is null
                                      and asg.valid_from <= $6::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $6::date
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
                                      and stf.person_id <> all (array_remove(array[_l1.person_id], null))
                                  )
                                )
                              )
                              and (
                                _l1.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  _r0.starts_at <= $5::timestamptz
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _l1.id
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
                                  or exists (
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
                                    att.signup_id = _l1.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                            or (
                              _l1.status = 'CONFIRMED'
                              and (
                                _r0.school_id is not null
                                and _r0.district_id = any ($3::uuid[])
                                and _r0.status = 'SCHEDULED'
                                and _r0.starts_at <= $5::timestamptz
                                and not exists (
                                  select 1
                                  from
                                    staff_assignment asg
                                    join staff stf on stf.id = asg.staff_id
                                  where
                                    asg.ended_at is null
                                    and asg.valid_from <= $6::date
                                    and (
                                      asg.valid_to is null
                                      or asg.valid_to >= $6::date
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
                                    and stf.person_id <> all (array_remove(array[_l1.person_id], null))
                                )
                              )
                            )
                            or (
                              (
                                _l1.decided_by_id = $8::uuid
                                and _l1.decided_for_district
                                or _l1.cancel_decided_by_id = $8::uuid
                                and _l1.cancel_decided_for_district
                              )
                              and _r0.district_id = any ($3::uuid[])
                            )
                          )
                          and _l1."status" = any ($9::text[])
                          and (
                            (
                              _r0.school_id is null
                              and _r0.district_id = any ($3::uuid[])
                            )
                            or (
                              (
                                (
                                  _r0.school_id is null
                                  and _r0.district_id = any ($3::uuid[])
                                )
                                or _r0.district_id = any ($3::uuid[])
                              )
                            ) is not true
                          )
                        )
                      order by
                        _l1."signed_up_at" desc,
                        _l1."id" desc
                      limit ($7::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '","' || _r0."signup_opens_at"::text || '","' || _r0."signup_closes_at"::text || '","' || _r0."cancel_until"::text || '",' || coalesce('"' || _r0."series_date"::text || '"', 'null') || ',' || _r0."detached"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."place",
                  _r0."cancel_reason",
                  (
                    coalesce(
                      (
                        select act.district_id = any ($3::uuid[])
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      ),
                      false
                    )
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
            _r0.id = any ($10::uuid[])
            and _r0.district_id = any ($3::uuid[])
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
-- _l0: Shift.roles
-- _r1: Shift.activity
-- _r2: Shift.series
-- _l1: Shift.signups
-- _r3: Signup.guardian
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
                  '[' || string_agg(
                    '["' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || _l0."capacity"::text || ',' || _l0."minimum"::text || ',' || _l0."places_taken"::text || ',' || _l0."approval_required"::text || ',' || right(json_build_array(_l0."name", _l0."description", (false), _l0."qualification")::text, -1),
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
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '","' || _r1."status"::text || '",' || right(json_build_array(_r1."title")::text, -1)
                from volunteer_activity _r1
                where
                  (
                    _r1.id = _r0."activity_id"
                    and (
                      (
                        _r1.published_at is not null
                        and (
                          _r1.school_id = any ($3::uuid[])
                          or (
                            _r1.school_id is null
                            and _r1.district_id = any ($4::uuid[])
                          )
                        )
                      )
                      or (
                        _r1.school_id = any ($5::uuid[])
                        and (
                          _r1.published_at is not null
                          or _r1.organiser_id = $6::uuid
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || _r2."revision"::text || ',' || right(json_build_array(_r2."weekdays")::text, -1)
                from shift_series _r2
                where
                  (
                    _r2.id = _r0."series_id"
                    and (
                      select
                        (
                          act.organiser_id = $6::uuid
                          and act.school_id = any ($5::uuid[])
                        )
                      from volunteer_activity act
                      where act.id = _r2.activity_id
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
                        from guardian _r3
                        where
                          (
                            _r3.id = _l1."guardian_id"
                            and (
                              _r3.id = $9::uuid
                              or _r3.id = any (
                                array(
                                  select tie.guardian_id
                                  from
                                    household_student hst
                                    join household_guardian hgd on hgd.household_id = hst.household_id
                                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                                    and tie.student_id = hst.student_id
                                  where
                                    hst.household_id = any ($10::uuid[])
                                    and hst.student_id = any ($11::uuid[])
                                    and tie.status = 'ACTIVE'
                                    and tie.valid_from <= $12::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $12::date
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
                                  and m.school_class_id = any ($8::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."signed_up_at"::text || '",' || coalesce('"' || _l1."reconfirm_until"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          (
                            select
                              json_build_object(
                                'own',
                                _l1.person_id is not distinct from $13::uuid,
                                'manageable',
                                (
                                  _r0.school_id = any ($5::uuid[])
                                  and (
                                    select act.organiser_id = $6::uuid
                                    from volunteer_activity act
                                    where act.id = _r0.activity_id
                                  )
                                ),
                                'startsAt',
                                sft.starts_at
                              )
                            from shift sft
                            where sft.id = _l1.shift_id
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $14::int
                  ) || ']',
                  case
                    when (
                      (
                        (
                          _r0.school_id = any ($5::uuid[])
                          and (
                            select act.organiser_id = $6::uuid
                            from volunteer_activity act
                            where act.id = _r0.activity_id
                          )
                        )
                        or (
                          _r0.published_at is not null
                          and (
                            _r0.school_id = any ($3::uuid[])
                            or (
                              _r0.school_id is null
                              and _r0.district_id = any ($4::uuid[])
                            )
                          )
                        )
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $14::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from signup _l1
                      where
                        (
                          _l1."shift_id" = _r0.id
                          and (
                            (
                              _l1.guardian_id = $9::uuid
                              and (
                                _l1.status in ('CANCELLED', 'REJECTED')
                                or exists (
                                  select 1
                                  from engagement res
                                  where
                                    res.source_id = _l1.id
                                    and res.kind = 'SHIFT_SIGNUP'
                                    and res.status = 'ACTIVE'
                                    and (
                                      res.rests_on is null
                                      or res.rests_on && $15::text[]
                                    )
                                )
                                or _r0.starts_at <= $16::timestamptz
                              )
                            )
                            or (
                              (
                                _r0.school_id = any ($5::uuid[])
                                and (
                                  select act.organiser_id = $6::uuid
                                  from volunteer_activity act
                                  where act.id = _r0.activity_id
                                )
                              )
                              and (
                                _l1.status not in ('PENDING', 'CONFIRMED')
                                or (
                                  _r0.starts_at <= $16::timestamptz
                                  or exists (
                                    select 1
                                    from engagement res
                                    where
                                      res.source_id = _l1.id
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
                                            and $12::date between scy.starts_on and scy.ends_on
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
                                            and gsh.valid_from <= $12::date
                                            and (
                                              gsh.valid_to is null
                                              or gsh.valid_to >= $12::date
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
                                      tie.guardian_id = _l1.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $12::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $12::date
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
                                          and $12::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                )
                                or exists (
                                  select 1
                                  from attendance att
                                  where
                                    att.signup_id = _l1.id
                                    and att.checked_in_at is not null
                                )
                              )
                            )
                          )
                          and _l1."status" = any ($17::text[])
                        )
                      order by
                        _l1."signed_up_at" desc,
                        _l1."id" desc
                      limit ($14::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '","' || _r0."signup_opens_at"::text || '","' || _r0."signup_closes_at"::text || '","' || _r0."cancel_until"::text || '",' || coalesce('"' || _r0."series_date"::text || '"', 'null') || ',' || _r0."detached"::text || ',' || _r0."revision"::text || ',' || right(
                json_build_array(
                  _r0."place",
                  _r0."cancel_reason",
                  (
                    coalesce(
                      (
                        select
                          (
                            act.organiser_id = $6::uuid
                            and act.school_id = any ($5::uuid[])
                          )
                        from volunteer_activity act
                        where act.id = _r0.activity_id
                      ),
                      false
                    )
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
            _r0.id = any ($18::uuid[])
            and (
              (
                _r0.published_at is not null
                and (
                  _r0.school_id = any ($3::uuid[])
                  or (
                    _r0.school_id is null
                    and _r0.district_id = any ($4::uuid[])
                  )
                )
              )
              or (
                _r0.school_id = any ($5::uuid[])
                and (
                  _r0.published_at is not null
                  or (
                    select act.organiser_id = $6::uuid
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
