-- ShiftRoster, asked as school-admin: answered by batches, not by statement (on record: Guardian)

-- Guardian
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          guardianship tie
          join student stu on stu.id = tie.student_id
        where
          tie.guardian_id = _row.id
          and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    select
      json_build_array(p.name, p.phone)
    from
      person p
    where
      p.id = _row.person_id
  ) as v2
from
  "guardian" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        guardianship g
        join student s on s.id = g.student_id
      where
        g.guardian_id = _row.id
        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
        and s.school_id = any ($1::uuid[])
    )
  );

-- Guardian
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          guardianship tie
          join student stu on stu.id = tie.student_id
        where
          tie.guardian_id = _row.id
          and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    select
      json_build_array(p.name, p.phone)
    from
      person p
    where
      p.id = _row.person_id
  ) as v2
from
  "guardian" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        guardianship g
        join student s on s.id = g.student_id
      where
        g.guardian_id = _row.id
        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
        and s.school_id = any ($1::uuid[])
    )
  );

-- Household
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          household_student hst
          join student stu on stu.id = hst.student_id
        where
          hst.household_id = _row.id
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    coalesce(
      (
        select
          string_agg(
            stu.name,
            '、'
            order by
              stu.id
          )
        from
          household_student hst
          join student stu on stu.id = hst.student_id
        where
          hst.household_id = _row.id
          and stu.school_id = any ($1::uuid[])
      ) || '家',
      '家庭'
    )
  ) as v2
from
  "household" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        household_student hs
        join student s on s.id = hs.student_id
      where
        hs.household_id = _row.id
        and s.school_id = any ($1::uuid[])
    )
  );

-- Shift
select
  _row."activity_id" as v0,
  _row."ends_at" as v1,
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
    from
      shift_role rol
    where
      rol.shift_id = _row.id
  ) as v2,
  _row."id" as v3,
  _row."place" as v4,
  _row."starts_at" as v5,
  _row."status" as v6
from
  "shift" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or (
            select
              act.organiser_id = $3::uuid
            from
              volunteer_activity act
            where
              act.id = _row.activity_id
          )
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- Shift.missing
select
  _parent.id,
  _found.*
from
  "shift" _parent
  left join lateral (
    select
      _row."id" as v0,
      (
        select
          per.name
        from
          person per
        where
          per.id = _row.person_id
      ) as v1,
      (
        select
          per.phone
        from
          person per
        where
          per.id = _row.person_id
      ) as v2
    from
      "signup" _row
    where
      (
        _row.shift_id = _parent.id
        and _parent.starts_at <= $1::timestamptz
        and _parent.status = 'SCHEDULED'
        and _row.status = 'CONFIRMED'
        and not exists (
          select
            1
          from
            attendance att
          where
            att.signup_id = _row.id
        )
        and exists (
          select
            1
          from
            engagement res
          where
            res.source_id = _row.id
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
                  and ($1::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                  gsh.guardian_id = _row.guardian_id
                  and gsh.status = 'ACTIVE'
                  and gsh.data_access
                  and gsh.valid_from <= ($1::timestamptz at time zone 'Asia/Shanghai')::date
                  and (
                    gsh.valid_to is null
                    or gsh.valid_to >= ($1::timestamptz at time zone 'Asia/Shanghai')::date
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
                    select
                      act.organiser_id = $3::uuid
                    from
                      volunteer_activity act
                    where
                      act.id = sft.activity_id
                  )
                )
                or sft.school_id = any ($4::uuid[])
              )
            from
              shift sft
            where
              sft.id = _row.shift_id
          )
          and (
            _row.status not in ('PENDING', 'CONFIRMED')
            or (
              (
                select
                  sft.starts_at <= $1::timestamptz
                from
                  shift sft
                where
                  sft.id = _row.shift_id
              )
              or exists (
                select
                  1
                from
                  engagement res
                where
                  res.source_id = _row.id
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
                        and ($1::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                        gsh.guardian_id = _row.guardian_id
                        and gsh.status = 'ACTIVE'
                        and gsh.data_access
                        and gsh.valid_from <= ($1::timestamptz at time zone 'Asia/Shanghai')::date
                        and (
                          gsh.valid_to is null
                          or gsh.valid_to >= ($1::timestamptz at time zone 'Asia/Shanghai')::date
                        )
                    )
                  )
              )
              or (
                select
                  exists (
                    select
                      1
                    from
                      guardianship tie
                      join student stu on stu.id = tie.student_id
                      and stu.left_on is null
                      join school sch on sch.id = stu.school_id
                    where
                      tie.guardian_id = _row.guardian_id
                      and tie.status = 'ACTIVE'
                      and tie.data_access
                      and tie.valid_from <= ($1::timestamptz at time zone 'Asia/Shanghai')::date
                      and (
                        tie.valid_to is null
                        or tie.valid_to >= ($1::timestamptz at time zone 'Asia/Shanghai')::date
                      )
                      and (
                        sch.id = sft.school_id
                        or sft.school_id is null
                        and sch.district_id = sft.district_id
                      )
                      and not exists (
                        select
                          1
                        from
                          class_membership cms
                          join school_year scy on scy.id = cms.school_year_id
                        where
                          cms.student_id = stu.id
                          and cms.status = 'ACTIVE'
                          and ($1::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                      )
                  )
                from
                  shift sft
                where
                  sft.id = _row.shift_id
              )
            )
            or exists (
              select
                1
              from
                attendance att
              where
                att.signup_id = _row.id
                and att.checked_in_at is not null
            )
          )
        )
      )
    order by
      _row."signed_up_at" desc,
      _row."id" desc
    limit
      $5::int
  ) _found on true
where
  (
    _parent.id = any ($6::uuid[])
    and (
      _found.v0 is not null
      or (
        (
          (
            _parent.school_id = any ($2::uuid[])
            and (
              select
                act.organiser_id = $3::uuid
              from
                volunteer_activity act
              where
                act.id = _parent.activity_id
            )
          )
          or _parent.school_id = any ($4::uuid[])
        )
      ) is not true
    )
  );

-- Shift.roles
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."approval_required" as v0,
      _row."capacity" as v1,
      _row."id" as v2,
      _row."minimum" as v3,
      _row."name" as v4,
      _row."places_taken" as v5,
      (false) as v6
    from
      "shift_role" _row
    where
      (
        _row."shift_id" = _key.id
        and exists (
          select
            1
          from
            shift sft
          where
            sft.id = _row.shift_id
            and (
              (
                sft.school_id = any ($2::uuid[])
                and (
                  sft.published_at is not null
                  or (
                    select
                      act.organiser_id = $3::uuid
                    from
                      volunteer_activity act
                    where
                      act.id = sft.activity_id
                  )
                )
              )
              or sft.school_id = any ($4::uuid[])
            )
        )
      )
    order by
      _row."ordinal" asc,
      _row."id" asc
    limit
      $5::int
  ) _found;

-- ShiftRole.signups
select
  _parent.id,
  _found.*
from
  "shift_role" _parent
  left join lateral (
    select
      _row."guardian_id" as v0,
      _row."household_id" as v1,
      _row."id" as v2,
      _row."signed_up_at" as v3,
      _row."stands_in_for_id" as v4,
      _row."status" as v5,
      (
        select
          per.name
        from
          person per
        where
          per.id = _row.person_id
      ) as v6,
      (
        select
          per.phone
        from
          person per
        where
          per.id = _row.person_id
      ) as v7
    from
      "signup" _row
    where
      (
        _row."role_id" = _parent.id
        and (
          (
            select
              (
                (
                  sft.school_id = any ($1::uuid[])
                  and (
                    select
                      act.organiser_id = $2::uuid
                    from
                      volunteer_activity act
                    where
                      act.id = sft.activity_id
                  )
                )
                or sft.school_id = any ($3::uuid[])
              )
            from
              shift sft
            where
              sft.id = _row.shift_id
          )
          and (
            _row.status not in ('PENDING', 'CONFIRMED')
            or (
              (
                select
                  sft.starts_at <= $4::timestamptz
                from
                  shift sft
                where
                  sft.id = _row.shift_id
              )
              or exists (
                select
                  1
                from
                  engagement res
                where
                  res.source_id = _row.id
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
                        and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                        gsh.guardian_id = _row.guardian_id
                        and gsh.status = 'ACTIVE'
                        and gsh.data_access
                        and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                        and (
                          gsh.valid_to is null
                          or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                        )
                    )
                  )
              )
              or (
                select
                  exists (
                    select
                      1
                    from
                      guardianship tie
                      join student stu on stu.id = tie.student_id
                      and stu.left_on is null
                      join school sch on sch.id = stu.school_id
                    where
                      tie.guardian_id = _row.guardian_id
                      and tie.status = 'ACTIVE'
                      and tie.data_access
                      and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                      and (
                        tie.valid_to is null
                        or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                      )
                      and (
                        sch.id = sft.school_id
                        or sft.school_id is null
                        and sch.district_id = sft.district_id
                      )
                      and not exists (
                        select
                          1
                        from
                          class_membership cms
                          join school_year scy on scy.id = cms.school_year_id
                        where
                          cms.student_id = stu.id
                          and cms.status = 'ACTIVE'
                          and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                      )
                  )
                from
                  shift sft
                where
                  sft.id = _row.shift_id
              )
            )
            or exists (
              select
                1
              from
                attendance att
              where
                att.signup_id = _row.id
                and att.checked_in_at is not null
            )
          )
        )
        and _row."status" = any ($5::text[])
      )
    order by
      _row."signed_up_at" desc,
      _row."id" desc
    limit
      $6::int
  ) _found on true
where
  (
    _parent.id = any ($7::uuid[])
    and (
      _found.v2 is not null
      or (
        (
          select
            (
              (
                sft.school_id = any ($1::uuid[])
                and (
                  select
                    act.organiser_id = $2::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = sft.activity_id
                )
              )
              or sft.school_id = any ($3::uuid[])
            )
          from
            shift sft
          where
            sft.id = _parent.shift_id
        )
      ) is not true
    )
  );

-- ShiftRole.waitlistEntries
select
  _parent.id,
  _found.*
from
  "shift_role" _parent
  left join lateral (
    select
      _row."guardian_id" as v0,
      _row."id" as v1,
      (
        case
          when _row.status = 'WAITING' then (
            select
              count(*)::int
            from
              waitlist_entry bef
            where
              bef.role_id = _row.role_id
              and bef.status = 'WAITING'
              and (bef.priority, bef.joined_at, bef.sequence) <= (_row.priority, _row.joined_at, _row.sequence)
          )
        end
      ) as v2,
      _row."status" as v3
    from
      "waitlist_entry" _row
    where
      (
        _row."role_id" = _parent.id
        and (
          (
            select
              (
                (
                  sft.school_id = any ($1::uuid[])
                  and (
                    select
                      act.organiser_id = $2::uuid
                    from
                      volunteer_activity act
                    where
                      act.id = sft.activity_id
                  )
                )
                or sft.school_id = any ($3::uuid[])
              )
            from
              shift sft
            where
              sft.id = _row.shift_id
          )
          and (
            _row.status not in ('WAITING', 'OFFERED')
            or (
              (
                select
                  sft.starts_at <= $4::timestamptz
                from
                  shift sft
                where
                  sft.id = _row.shift_id
              )
              or (
                select
                  exists (
                    select
                      1
                    from
                      audience_target t
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
                            and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                            gsh.guardian_id = _row.guardian_id
                            and gsh.status = 'ACTIVE'
                            and gsh.data_access
                            and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                            and (
                              gsh.valid_to is null
                              or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                            )
                        )
                      )
                  )
                from
                  shift ash
                  join volunteer_activity aud on aud.id = ash.activity_id
                where
                  ash.id = _row.shift_id
              )
              or (
                select
                  exists (
                    select
                      1
                    from
                      guardianship tie
                      join student stu on stu.id = tie.student_id
                      and stu.left_on is null
                      join school sch on sch.id = stu.school_id
                    where
                      tie.guardian_id = _row.guardian_id
                      and tie.status = 'ACTIVE'
                      and tie.data_access
                      and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                      and (
                        tie.valid_to is null
                        or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                      )
                      and (
                        sch.id = sft.school_id
                        or sft.school_id is null
                        and sch.district_id = sft.district_id
                      )
                      and not exists (
                        select
                          1
                        from
                          class_membership cms
                          join school_year scy on scy.id = cms.school_year_id
                        where
                          cms.student_id = stu.id
                          and cms.status = 'ACTIVE'
                          and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                      )
                  )
                from
                  shift sft
                where
                  sft.id = _row.shift_id
              )
            )
          )
        )
        and _row."status" = any ($5::text[])
      )
    order by
      _row."priority" asc,
      _row."joined_at" asc,
      _row."sequence" asc,
      _row."id" asc
    limit
      $6::int
  ) _found on true
where
  (
    _parent.id = any ($7::uuid[])
    and (
      _found.v1 is not null
      or (
        (
          select
            (
              (
                sft.school_id = any ($1::uuid[])
                and (
                  select
                    act.organiser_id = $2::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = sft.activity_id
                )
              )
              or sft.school_id = any ($3::uuid[])
            )
          from
            shift sft
          where
            sft.id = _parent.shift_id
        )
      ) is not true
    )
  );

-- Signup.attendance
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."checked_in_at" as v0,
      _row."checked_out_at" as v1,
      _row."excused_at" as v2,
      _row."id" as v3,
      _row."no_show_at" as v4
    from
      "attendance" _row
    where
      (
        _row."signup_id" = _key.id
        and (
          select
            (
              (
                sft.school_id = any ($2::uuid[])
                and (
                  select
                    act.organiser_id = $3::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = sft.activity_id
                )
              )
              or sft.school_id = any ($4::uuid[])
            )
          from
            shift sft
          where
            sft.id = _row.shift_id
        )
      )
    limit
      1
  ) _found;

-- Signup.standIn
select
  _parent.id,
  _found.*
from
  "signup" _parent
  cross join lateral (
    select
      (
        (
          select
            (
              (
                sft.school_id = any ($1::uuid[])
                and (
                  select
                    act.organiser_id = $2::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = sft.activity_id
                )
              )
              or sft.school_id = any ($3::uuid[])
            )
          from
            shift sft
          where
            sft.id = _row.shift_id
        )
      ) as v0,
      _row."id" as v1,
      _row."status" as v2,
      (
        select
          per.name
        from
          person per
        where
          per.id = _row.to_person_id
      ) as v3,
      _row."way" as v4
    from
      "stand_in" _row
    where
      (
        _row."signup_id" = _parent.id
        and (
          (
            select
              (
                (
                  sft.school_id = any ($1::uuid[])
                  and (
                    select
                      act.organiser_id = $2::uuid
                    from
                      volunteer_activity act
                    where
                      act.id = sft.activity_id
                  )
                )
                or sft.school_id = any ($3::uuid[])
              )
            from
              shift sft
            where
              sft.id = _row.shift_id
          )
          and (
            _row.status not in ('OFFERED', 'PENDING')
            or (
              (
                _parent.status not in ('PENDING', 'CONFIRMED')
                or (
                  (
                    select
                      sft.starts_at <= $4::timestamptz
                    from
                      shift sft
                    where
                      sft.id = _parent.shift_id
                  )
                  or exists (
                    select
                      1
                    from
                      engagement res
                    where
                      res.source_id = _parent.id
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
                            and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                            gsh.guardian_id = _parent.guardian_id
                            and gsh.status = 'ACTIVE'
                            and gsh.data_access
                            and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                            and (
                              gsh.valid_to is null
                              or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                            )
                        )
                      )
                  )
                  or (
                    select
                      exists (
                        select
                          1
                        from
                          guardianship tie
                          join student stu on stu.id = tie.student_id
                          and stu.left_on is null
                          join school sch on sch.id = stu.school_id
                        where
                          tie.guardian_id = _parent.guardian_id
                          and tie.status = 'ACTIVE'
                          and tie.data_access
                          and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          and (
                            tie.valid_to is null
                            or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          )
                          and (
                            sch.id = sft.school_id
                            or sft.school_id is null
                            and sch.district_id = sft.district_id
                          )
                          and not exists (
                            select
                              1
                            from
                              class_membership cms
                              join school_year scy on scy.id = cms.school_year_id
                            where
                              cms.student_id = stu.id
                              and cms.status = 'ACTIVE'
                              and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                          )
                      )
                    from
                      shift sft
                    where
                      sft.id = _parent.shift_id
                  )
                )
                or exists (
                  select
                    1
                  from
                    attendance att
                  where
                    att.signup_id = _parent.id
                    and att.checked_in_at is not null
                )
              )
              and (
                (
                  _row.to_id is null
                  or _row.way = 'CODE'
                  and _row.status = 'OFFERED'
                )
                or (
                  (
                    select
                      sft.starts_at <= $4::timestamptz
                    from
                      shift sft
                    where
                      sft.id = _row.shift_id
                  )
                  or (
                    select
                      exists (
                        select
                          1
                        from
                          audience_target t
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
                                and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                                gsh.guardian_id = _row.to_id
                                and gsh.status = 'ACTIVE'
                                and gsh.data_access
                                and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                                and (
                                  gsh.valid_to is null
                                  or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                                )
                            )
                          )
                      )
                    from
                      shift ash
                      join volunteer_activity aud on aud.id = ash.activity_id
                    where
                      ash.id = _row.shift_id
                  )
                  or (
                    select
                      exists (
                        select
                          1
                        from
                          guardianship tie
                          join student stu on stu.id = tie.student_id
                          and stu.left_on is null
                          join school sch on sch.id = stu.school_id
                        where
                          tie.guardian_id = _row.to_id
                          and tie.status = 'ACTIVE'
                          and tie.data_access
                          and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          and (
                            tie.valid_to is null
                            or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          )
                          and (
                            sch.id = sft.school_id
                            or sft.school_id is null
                            and sch.district_id = sft.district_id
                          )
                          and not exists (
                            select
                              1
                            from
                              class_membership cms
                              join school_year scy on scy.id = cms.school_year_id
                            where
                              cms.student_id = stu.id
                              and cms.status = 'ACTIVE'
                              and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                          )
                      )
                    from
                      shift sft
                    where
                      sft.id = _row.shift_id
                  )
                )
              )
            )
          )
        )
        and _row.status in ('OFFERED', 'PENDING')
      )
    limit
      1
  ) _found
where
  _parent.id = any ($5::uuid[]);

-- Staff
select
  _row."id" as v0,
  (
    select
      case
        when (
          _row.id = $1::uuid
          or exists (
            select
              1
            from
              staff_assignment asg
            where
              asg.staff_id = _row.id
              and asg.ended_at is null
              and (
                asg.valid_to is null
                or asg.valid_to >= greatest(asg.valid_from, ($2::timestamptz at time zone 'Asia/Shanghai')::date)
              )
              and asg.school_id = any ($3::uuid[])
          )
        ) then json_build_array(p.name, p.phone)
        else json_build_array(
          coalesce(
            (
              select
                asg.held_as
              from
                staff_assignment asg
              where
                asg.staff_id = _row.id
                and asg.school_id = any ($3::uuid[])
              order by
                asg.valid_to desc nulls first,
                asg.id desc
              limit
                1
            ),
            p.name
          ),
          null
        )
      end
    from
      person p
    where
      p.id = _row.person_id
  ) as v1,
  _row."staff_number" as v2
from
  "staff" _row
where
  (
    _row.id = any ($4::uuid[])
    and (
      _row.id = $1::uuid
      or exists (
        select
          1
        from
          staff_assignment a
        where
          a.staff_id = _row.id
          and a.school_id = any ($3::uuid[])
      )
    )
  );

-- VolunteerActivity
select
  _row."id" as v0,
  _row."kind" as v1,
  _row."organiser_id" as v2,
  _row."title" as v3
from
  "volunteer_activity" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or _row.organiser_id = $3::uuid
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- the number of Shift.signupCount
select
  _parent.id,
  _found.*
from
  "shift" _parent
  cross join lateral (
    select
      case
        when (
          (
            (
              (
                _parent.school_id = any ($1::uuid[])
                and (
                  select
                    act.organiser_id = $2::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = _parent.activity_id
                )
              )
              or _parent.school_id = any ($3::uuid[])
            )
            or (
              _parent.published_at is not null
              and _parent.school_id = any ($1::uuid[])
            )
          )
        ) is not true then null
        else count(*)::int
      end as n
    from
      "signup" _row
    where
      (
        _row."shift_id" = _parent.id
        and (
          (
            (
              (
                _parent.school_id = any ($1::uuid[])
                and (
                  select
                    act.organiser_id = $2::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = _parent.activity_id
                )
              )
              or _parent.school_id = any ($3::uuid[])
            )
            and (
              _row.status not in ('PENDING', 'CONFIRMED')
              or (
                _parent.starts_at <= $4::timestamptz
                or exists (
                  select
                    1
                  from
                    engagement res
                  where
                    res.source_id = _row.id
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
                          and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                          gsh.guardian_id = _row.guardian_id
                          and gsh.status = 'ACTIVE'
                          and gsh.data_access
                          and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          and (
                            gsh.valid_to is null
                            or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          )
                      )
                    )
                )
                or exists (
                  select
                    1
                  from
                    guardianship tie
                    join student stu on stu.id = tie.student_id
                    and stu.left_on is null
                    join school sch on sch.id = stu.school_id
                  where
                    tie.guardian_id = _row.guardian_id
                    and tie.status = 'ACTIVE'
                    and tie.data_access
                    and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                    )
                    and (
                      sch.id = _parent.school_id
                      or _parent.school_id is null
                      and sch.district_id = _parent.district_id
                    )
                    and not exists (
                      select
                        1
                      from
                        class_membership cms
                        join school_year scy on scy.id = cms.school_year_id
                      where
                        cms.student_id = stu.id
                        and cms.status = 'ACTIVE'
                        and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                    )
                )
              )
              or exists (
                select
                  1
                from
                  attendance att
                where
                  att.signup_id = _row.id
                  and att.checked_in_at is not null
              )
            )
          )
          or (
            (
              _parent.published_at is not null
              and _parent.school_id = any ($1::uuid[])
            )
            and (
              _row.status not in ('PENDING', 'CONFIRMED')
              or (
                _parent.starts_at <= $4::timestamptz
                or exists (
                  select
                    1
                  from
                    engagement res
                  where
                    res.source_id = _row.id
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
                          and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                          gsh.guardian_id = _row.guardian_id
                          and gsh.status = 'ACTIVE'
                          and gsh.data_access
                          and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          and (
                            gsh.valid_to is null
                            or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          )
                      )
                    )
                )
                or exists (
                  select
                    1
                  from
                    guardianship tie
                    join student stu on stu.id = tie.student_id
                    and stu.left_on is null
                    join school sch on sch.id = stu.school_id
                  where
                    tie.guardian_id = _row.guardian_id
                    and tie.status = 'ACTIVE'
                    and tie.data_access
                    and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                    )
                    and (
                      sch.id = _parent.school_id
                      or _parent.school_id is null
                      and sch.district_id = _parent.district_id
                    )
                    and not exists (
                      select
                        1
                      from
                        class_membership cms
                        join school_year scy on scy.id = cms.school_year_id
                      where
                        cms.student_id = stu.id
                        and cms.status = 'ACTIVE'
                        and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                    )
                )
              )
              or exists (
                select
                  1
                from
                  attendance att
                where
                  att.signup_id = _row.id
                  and att.checked_in_at is not null
              )
            )
          )
        )
        and _row.status in ('PENDING', 'CONFIRMED')
      )
  ) _found
where
  _parent.id = any ($5::uuid[]);

-- the number of ShiftRole.confirmedCount
select
  _parent.id,
  _found.*
from
  "shift_role" _parent
  cross join lateral (
    select
      case
        when (
          (
            select
              (
                (
                  (
                    sft.school_id = any ($1::uuid[])
                    and (
                      select
                        act.organiser_id = $2::uuid
                      from
                        volunteer_activity act
                      where
                        act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($3::uuid[])
                )
                or (
                  sft.published_at is not null
                  and sft.school_id = any ($1::uuid[])
                )
              )
            from
              shift sft
            where
              sft.id = _parent.shift_id
          )
        ) is not true then null
        else count(*)::int
      end as n
    from
      "signup" _row
    where
      (
        _row."role_id" = _parent.id
        and (
          (
            (
              select
                (
                  (
                    sft.school_id = any ($1::uuid[])
                    and (
                      select
                        act.organiser_id = $2::uuid
                      from
                        volunteer_activity act
                      where
                        act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($3::uuid[])
                )
              from
                shift sft
              where
                sft.id = _row.shift_id
            )
            and (
              _row.status not in ('PENDING', 'CONFIRMED')
              or (
                (
                  select
                    sft.starts_at <= $4::timestamptz
                  from
                    shift sft
                  where
                    sft.id = _row.shift_id
                )
                or exists (
                  select
                    1
                  from
                    engagement res
                  where
                    res.source_id = _row.id
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
                          and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                          gsh.guardian_id = _row.guardian_id
                          and gsh.status = 'ACTIVE'
                          and gsh.data_access
                          and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          and (
                            gsh.valid_to is null
                            or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          )
                      )
                    )
                )
                or (
                  select
                    exists (
                      select
                        1
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                        and stu.left_on is null
                        join school sch on sch.id = stu.school_id
                      where
                        tie.guardian_id = _row.guardian_id
                        and tie.status = 'ACTIVE'
                        and tie.data_access
                        and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                        and (
                          tie.valid_to is null
                          or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                        )
                        and (
                          sch.id = sft.school_id
                          or sft.school_id is null
                          and sch.district_id = sft.district_id
                        )
                        and not exists (
                          select
                            1
                          from
                            class_membership cms
                            join school_year scy on scy.id = cms.school_year_id
                          where
                            cms.student_id = stu.id
                            and cms.status = 'ACTIVE'
                            and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                        )
                    )
                  from
                    shift sft
                  where
                    sft.id = _row.shift_id
                )
              )
              or exists (
                select
                  1
                from
                  attendance att
                where
                  att.signup_id = _row.id
                  and att.checked_in_at is not null
              )
            )
          )
          or (
            (
              select
                (
                  sft.published_at is not null
                  and sft.school_id = any ($1::uuid[])
                )
              from
                shift sft
              where
                sft.id = _row.shift_id
            )
            and (
              _row.status not in ('PENDING', 'CONFIRMED')
              or (
                (
                  select
                    sft.starts_at <= $4::timestamptz
                  from
                    shift sft
                  where
                    sft.id = _row.shift_id
                )
                or exists (
                  select
                    1
                  from
                    engagement res
                  where
                    res.source_id = _row.id
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
                          and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                          gsh.guardian_id = _row.guardian_id
                          and gsh.status = 'ACTIVE'
                          and gsh.data_access
                          and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          and (
                            gsh.valid_to is null
                            or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                          )
                      )
                    )
                )
                or (
                  select
                    exists (
                      select
                        1
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                        and stu.left_on is null
                        join school sch on sch.id = stu.school_id
                      where
                        tie.guardian_id = _row.guardian_id
                        and tie.status = 'ACTIVE'
                        and tie.data_access
                        and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                        and (
                          tie.valid_to is null
                          or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                        )
                        and (
                          sch.id = sft.school_id
                          or sft.school_id is null
                          and sch.district_id = sft.district_id
                        )
                        and not exists (
                          select
                            1
                          from
                            class_membership cms
                            join school_year scy on scy.id = cms.school_year_id
                          where
                            cms.student_id = stu.id
                            and cms.status = 'ACTIVE'
                            and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                        )
                    )
                  from
                    shift sft
                  where
                    sft.id = _row.shift_id
                )
              )
              or exists (
                select
                  1
                from
                  attendance att
                where
                  att.signup_id = _row.id
                  and att.checked_in_at is not null
              )
            )
          )
        )
        and _row.status = 'CONFIRMED'
      )
  ) _found
where
  _parent.id = any ($5::uuid[]);
